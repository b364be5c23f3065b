//! TLS with the operator's own certificate.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::RwLock;
use rustls::crypto::ring;
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use rustls::{ServerConfig, SupportedProtocolVersion, version};
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::TlsAcceptor;

/// Why a certificate cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BadCertificate {
    /// A file that cannot be read or holds no PEM of the kind expected.
    #[error("{path}: {source}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: rustls_pki_types::pem::Error,
    },
    /// A certificate file without a certificate.
    #[error("{path}: holds no certificate")]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// A key of a kind we cannot sign with, or one that belongs to another certificate.
    #[error("{path}: {source}")]
    Unusable {
        /// The key's file.
        path: PathBuf,
        /// What is wrong with it.
        source: rustls::Error,
    },
}

/// A certificate and its key in two PEM files, read again when they were renewed.
#[derive(Debug)]
pub struct Certificate {
    chain: PathBuf,
    key: PathBuf,
    current: RwLock<Arc<CertifiedKey>>,
}

impl Certificate {
    /// Reads `chain` (our certificate first, then those that vouch for it) and `key`.
    pub fn read(chain: &Path, key: &Path) -> Result<Arc<Certificate>, BadCertificate> {
        let current = RwLock::new(certified(chain, key)?);
        Ok(Arc::new(Certificate { chain: chain.to_owned(), key: key.to_owned(), current }))
    }

    /// Reads both files again. Where they are not usable, the certificate in use stays.
    pub fn read_again(&self) -> Result<(), BadCertificate> {
        let renewed = certified(&self.chain, &self.key)?;
        *self.current.write() = renewed;
        Ok(())
    }

    /// What turns accepted connections into TLS ones, for HTTP/2 and HTTP/1.1.
    pub fn acceptor(self: &Arc<Certificate>) -> TlsAcceptor {
        const VERSIONS: &[&SupportedProtocolVersion] = &[&version::TLS13, &version::TLS12];
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_protocol_versions(VERSIONS)
            .expect("ring speaks TLS 1.2 and 1.3")
            .with_no_client_auth()
            .with_cert_resolver(self.clone());
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        TlsAcceptor::from(Arc::new(config))
    }
}

impl ResolvesServerCert for Certificate {
    fn resolve(&self, _hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.current.read().clone())
    }
}

fn certified(chain: &Path, key: &Path) -> Result<Arc<CertifiedKey>, BadCertificate> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |source| BadCertificate::Unreadable { path, source }
    };
    let certificates: Vec<_> =
        CertificateDer::pem_file_iter(chain).and_then(Iterator::collect).map_err(unreadable(chain))?;
    if certificates.is_empty() {
        return Err(BadCertificate::Empty { path: chain.to_owned() });
    }
    let private = PrivateKeyDer::from_pem_file(key).map_err(unreadable(key))?;
    CertifiedKey::from_der(certificates, private, &ring::default_provider())
        .map(Arc::new)
        .map_err(|source| BadCertificate::Unusable { path: key.to_owned(), source })
}
