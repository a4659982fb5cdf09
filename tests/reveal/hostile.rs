//! Texts made to take long.
