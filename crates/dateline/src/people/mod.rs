//! People, roles, rights and API tokens.
//!
//! Rights are named once, here; roles and token scopes are both sets of them. The domain asks an [`Actor`].
//! Owns people, their passwords, passkeys, second factors, sessions and tokens, the letters that let them in, and the record of
//! who did what ([`audit`]).
//!
//! Not here: pages to sign in, which are the newsroom's, and who may do what at which desk ([`crate::desk`]).

mod audit;
mod email;
mod invitation;
mod passkey;
mod passkey_store;
mod password;
mod person;
mod rights;
mod role;
mod second_factor;
mod session;
mod store;
#[cfg(test)]
mod tests;
mod throttle;
mod token;
mod verbs;

pub use audit::{AuditEntry, AuditQuery, audit, audited, audited_acts};
pub use email::{BadEmail, Email};
pub use invitation::{Purpose, accept_invitation, invitation, invite};
pub use passkey::{
    NoPasskeys, Passkey, PasskeyError, PasskeySite, Taken, ask_for_passkey, ask_to_make_passkey,
    keep_passkey, passkeys, remove_passkey, spend_challenge, take_passkey,
};
pub use passkey_store::Challenge;
pub use password::{BadPassword, Password, PasswordHash};
pub use person::{NewPerson, Person};
pub use rights::{Actor, Refused, Right, Rights, Role, Scope};
pub use role::{OwnRole, RoleKey, Roles, delete_role, edit_role, make_role, own_roles};
pub use second_factor::{
    Begun, FactorError, RECOVERY_CODES, begin_authenticator, begun_authenticator, codes_left,
    confirm_authenticator, has_authenticator, remove_authenticator, take_code,
};
pub use session::{
    EndRefused, Proof, Session, SessionSecret, Whereabouts, end_others, end_session, forget_ended,
    forget_session, note_use, open_session, session, sessions,
};
pub use throttle::{Tries, count_failure, forget_failures, pause};
pub use token::{Token, TokenSecret};
pub use verbs::{
    NewToken, NotAuthentic, PeopleError, add, authenticate, by_id, change_password, create_token, disable,
    find, first_administrator, list, list_tokens, reset, revoke_token, set_language, set_roles, sign_in,
};
