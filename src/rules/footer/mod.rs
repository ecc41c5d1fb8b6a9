//! Rules of family `footer`.
