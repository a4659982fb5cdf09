//! The single integration binary.

mod allocation;
mod corpus;
mod floors;
mod harness;
mod house;
mod laws;
mod real_text;
mod tables;
