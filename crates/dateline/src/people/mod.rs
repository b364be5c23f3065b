//! People, roles, rights and API tokens.
