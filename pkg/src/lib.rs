//! The glue between the core and JavaScript: converts, never decides.
