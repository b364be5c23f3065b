//! People, roles, rights and API tokens.
//!
//! Rights are named once, here; roles and token scopes are both sets of them. The domain asks an [`Actor`].
//! Owns people, their passwords and tokens, and the record of who changed settings ([`audit`]).
//!
//! Not here: sessions and pages to sign in, which are the newsroom's.

mod audit;
mod email;
mod password;
mod person;
mod rights;
mod store;
#[cfg(test)]
mod tests;
mod token;
mod verbs;

pub use audit::audit;
pub use email::{BadEmail, Email};
pub use password::{BadPassword, Password, PasswordHash};
pub use person::{NewPerson, Person};
pub use rights::{Actor, Refused, Right, Rights, Role, Scope};
pub use token::{Token, TokenSecret};
pub use verbs::{
    NewToken, NotAuthentic, PeopleError, add, authenticate, create_token, disable, find, first_administrator,
    list, list_tokens, reset, revoke_token, sign_in,
};
