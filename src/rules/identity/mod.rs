//! Rules of family `identity`.
