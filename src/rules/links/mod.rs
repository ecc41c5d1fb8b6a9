//! Rules of family `links`.
