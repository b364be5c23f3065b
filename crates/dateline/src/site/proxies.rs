//! Proxies in front of us whose word is taken: who asks, and how they reached the proxy.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use http::header::{FORWARDED, HeaderMap, HeaderName};

use super::server::Transport;
use crate::config::Network;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// Proxies whose `Forwarded` (RFC 7239) or `X-Forwarded-For` and `X-Forwarded-Proto` are believed. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Proxies(Arc<[Network]>);

/// Who asks, and how they reached us or the proxy before us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asking {
    /// Their address; the port is the connection's where they come themselves, else 0.
    pub address: SocketAddr,
    /// Whether the way to them is encrypted.
    pub transport: Transport,
}

impl Proxies {
    /// These and no others.
    pub fn new(trusted: &[Network]) -> Proxies {
        Proxies(Arc::from(trusted))
    }

    /// Who asks on a connection from `peer`. Unless that is a trusted proxy, the peer does, whatever the headers
    /// say. Otherwise the nearest address in the chain that is not a trusted proxy does; a chain that cannot be read
    /// ends at the last address that could.
    pub fn asking(&self, peer: SocketAddr, transport: Transport, headers: &HeaderMap) -> Asking {
        if self.0.is_empty() || !self.trusts(peer.ip()) {
            return Asking { address: peer, transport };
        }
        let (chain, proto) = match headers.contains_key(FORWARDED) {
            true => (forwarded(headers, "for"), forwarded(headers, "proto").pop()),
            false => (listed(headers, &FORWARDED_FOR), listed(headers, &FORWARDED_PROTO).pop()),
        };
        let mut address = peer;
        for step in chain.iter().rev() {
            let Some(before) = read_address(step) else { break };
            address = SocketAddr::new(before, 0);
            if !self.trusts(before) {
                break;
            }
        }
        let transport = match proto.as_deref() {
            Some(proto) if proto.eq_ignore_ascii_case("https") => Transport::Tls,
            Some(_) => Transport::Plain,
            None => transport,
        };
        Asking { address, transport }
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(address))
    }
}

/// The values of a header that may stand several times and hold several, in order.
fn listed(headers: &HeaderMap, name: &HeaderName) -> Vec<String> {
    let values = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).map(|part| part.trim().to_owned()).collect()
}

/// What each element of `Forwarded` says of `key`.
fn forwarded(headers: &HeaderMap, key: &str) -> Vec<String> {
    let value_of = |element: &String| {
        element.split(';').find_map(|pair| {
            let (name, value) = pair.trim().split_once('=')?;
            name.eq_ignore_ascii_case(key).then(|| value.trim_matches('"').to_owned())
        })
    };
    listed(headers, &FORWARDED).iter().filter_map(value_of).collect()
}

/// An address with or without brackets and port.
fn read_address(text: &str) -> Option<IpAddr> {
    if let Ok(address) = text.parse::<IpAddr>() {
        return Some(address);
    }
    if let Ok(address) = text.parse::<SocketAddr>() {
        return Some(address.ip());
    }
    text.strip_prefix('[')?.strip_suffix(']')?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::SettingValue;

    const PLAIN: Transport = Transport::Plain;

    fn asking(peer: &str, headers: &[(&'static str, &str)]) -> (String, Transport) {
        let proxies = Proxies::new(&Vec::<Network>::read("127.0.0.1, 10.0.0.0/8").unwrap());
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(HeaderName::from_static(name), value.parse().unwrap());
        }
        let found = proxies.asking(format!("{peer}:4711").parse().unwrap(), PLAIN, &map);
        (found.address.ip().to_string(), found.transport)
    }

    #[test]
    fn a_stranger_is_not_believed() {
        let claims = [("x-forwarded-for", "192.0.2.1"), ("x-forwarded-proto", "https")];
        assert_eq!(asking("198.51.100.7", &claims), ("198.51.100.7".to_owned(), PLAIN));
    }

    #[test]
    fn the_nearest_address_that_is_no_proxy_of_ours_asks() {
        let chain = [("x-forwarded-for", "203.0.113.9, 192.0.2.1, 10.1.1.1"), ("x-forwarded-proto", "https")];
        assert_eq!(asking("127.0.0.1", &chain), ("192.0.2.1".to_owned(), Transport::Tls));
        assert_eq!(asking("127.0.0.1", &[]), ("127.0.0.1".to_owned(), PLAIN));
        assert_eq!(asking("127.0.0.1", &[("x-forwarded-for", "nonsense, 10.1.1.1")]).0, "10.1.1.1");
    }

    #[test]
    fn the_standard_header_is_read_first() {
        let header = [
            ("forwarded", "for=\"[2001:db8::1]:4711\";proto=https, for=10.2.2.2"),
            ("x-forwarded-for", "9.9.9.9"),
        ];
        assert_eq!(asking("10.0.0.1", &header), ("2001:db8::1".to_owned(), Transport::Tls));
    }
}
