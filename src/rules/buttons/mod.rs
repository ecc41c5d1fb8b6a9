//! Rules of family `buttons`.
