//! People, roles, rights and API tokens.
//!
//! Rights are named once, here; roles and token scopes are both sets of them. The domain asks an [`Actor`].

mod rights;

pub use rights::{Actor, Refused, Right, Rights, Role, Scope};
