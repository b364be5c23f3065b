//! The keys, the spent tokens, and the counts of forms.

use jiff::Timestamp;

use super::keys::{KEPT_FOR, Kept};
use crate::db::{Conn, DbError};

/// Every key.
pub(super) async fn keys(conn: &mut Conn<'_>) -> Result<Vec<Kept>, DbError> {
    let rows = conn.all("SELECT id, secret, made_at FROM captcha_key", []).await?;
    rows.iter()
        .map(|row| {
            Ok(Kept {
                id: row.get("id")?,
                secret: row.parsed("secret", |bytes: Vec<u8>| <[u8; 32]>::try_from(bytes).ok())?,
                made_at: row.get("made_at")?,
            })
        })
        .collect()
}

/// Adds a key of 256 random bits.
pub(super) async fn add_key(conn: &mut Conn<'_>, now: Timestamp) -> Result<(), DbError> {
    let (mut id, mut secret) = ([0; 8], [0; 32]);
    rand::fill(&mut id[..]);
    rand::fill(&mut secret[..]);
    let values = [hex::encode(id).into(), secret.to_vec().into(), now.into()];
    conn.execute("INSERT INTO captcha_key (id, secret, made_at) VALUES ($1, $2, $3)", values)
        .await
        .map(|_| ())
}

/// Records that a token is spent; false where it was before.
pub(super) async fn spend(conn: &mut Conn<'_>, id: &[u8; 32], until: i64) -> Result<bool, DbError> {
    let sql = "INSERT INTO captcha_spent (id, until) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING";
    Ok(conn.execute(sql, [id.to_vec().into(), until.into()]).await? == 1)
}

/// One form more from a network in the running hour; how many there were then.
pub(super) async fn count(conn: &mut Conn<'_>, network: Vec<u8>, hour: i64) -> Result<i64, DbError> {
    let sql = "INSERT INTO form_count (network, hour, forms) VALUES ($1, $2, 1) \
               ON CONFLICT (network) DO UPDATE SET \
               forms = CASE WHEN form_count.hour = excluded.hour THEN form_count.forms + 1 ELSE 1 END, \
               hour = excluded.hour \
               RETURNING forms";
    conn.one(sql, [network.into(), hour.into()]).await?.get("forms")
}

/// Forgets keys, spent tokens and counts that no longer matter.
pub async fn forget_old(conn: &mut Conn<'_>, now: Timestamp) -> Result<(), DbError> {
    conn.execute("DELETE FROM captcha_spent WHERE until < $1", [now.into()]).await?;
    conn.execute("DELETE FROM form_count WHERE hour < $1", [(super::limit::hour(now) - 1).into()]).await?;
    conn.execute("DELETE FROM captcha_key WHERE made_at < $1", [(now - KEPT_FOR).into()]).await.map(|_| ())
}
