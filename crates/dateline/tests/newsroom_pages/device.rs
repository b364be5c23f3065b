//! A device that makes and uses passkeys as a browser would have it do (Web Authentication §6), with P-256.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as B64;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const NEW_KEY: u8 = 0x40;

/// What a device says of the person in front of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Their finger was right.
    Verified,
    /// Somebody touched it.
    Touched,
}

/// One device with one passkey.
pub struct Device {
    key: EcdsaKeyPair,
    random: SystemRandom,
    id: Vec<u8>,
    person: Option<String>,
    pub counter: u32,
    pub origin: &'static str,
}

impl Device {
    pub fn new(origin: &'static str) -> Device {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pkcs8.as_ref(), &random).unwrap();
        let id = Sha256::digest(key.public_key().as_ref())[..24].to_vec();
        Device { key, random, id, person: None, counter: 1, origin }
    }

    /// Makes a passkey.
    pub fn make(&mut self, options: &Value) -> Value {
        self.person = Some(options["user"]["id"].as_str().unwrap().to_owned());
        let client = self.client_data("webauthn.create", options);
        let mut data = self.head(options["rp"]["id"].as_str().unwrap(), PRESENT | VERIFIED | NEW_KEY);
        data.extend([0; 16]);
        data.extend((self.id.len() as u16).to_be_bytes());
        data.extend(&self.id);
        data.extend(self.public_key());
        // CBOR: a map of `fmt`, `attStmt` and `authData`.
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(&data);
        json!({
            "id": B64.encode(&self.id), "rawId": B64.encode(&self.id), "type": "public-key",
            "response": { "clientDataJSON": B64.encode(client), "attestationObject": B64.encode(object) },
            "clientExtensionResults": {},
        })
    }

    /// Uses the passkey.
    pub fn answer(&mut self, options: &Value, asked: Asked) -> Value {
        self.counter += 1;
        let client = self.client_data("webauthn.get", options);
        let flags = PRESENT | if asked == Asked::Verified { VERIFIED } else { 0 };
        let data = self.head(options["rpId"].as_str().unwrap(), flags);
        let signed = [data.as_slice(), &Sha256::digest(&client)].concat();
        let signature = self.key.sign(&self.random, &signed).unwrap();
        json!({
            "id": B64.encode(&self.id), "rawId": B64.encode(&self.id), "type": "public-key",
            "response": {
                "clientDataJSON": B64.encode(client), "authenticatorData": B64.encode(data),
                "signature": B64.encode(signature.as_ref()), "userHandle": self.person,
            },
            "clientExtensionResults": {},
        })
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        let data = json!({ "type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false });
        data.to_string().into_bytes()
    }

    fn head(&self, site: &str, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(site.as_bytes()).to_vec();
        data.push(flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// COSE (RFC 9053 §7.1.1): kty EC2, alg ES256, curve P-256, x, y.
    fn public_key(&self) -> Vec<u8> {
        let point = &self.key.public_key().as_ref()[1..];
        let (x, y) = point.split_at(32);
        [b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20", x, b"\x22\x58\x20", y].concat()
    }
}
