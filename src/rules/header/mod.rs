//! Rules of family `header`.
