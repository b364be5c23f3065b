//! Addresses and networks whose word is taken.

use std::net::IpAddr;

use super::value::{Kind, SettingValue};

/// An address, or a network of them: `10.0.0.0/8`, `::1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix_bits: u8,
}

impl Network {
    /// Whether an address is in it. An IPv4 address mapped into IPv6 counts as itself.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address.to_canonical(), address.to_canonical()) {
            (IpAddr::V4(net), IpAddr::V4(one)) => {
                same_bits(net.to_bits().into(), one.to_bits().into(), self.prefix_bits, 32)
            }
            (IpAddr::V6(net), IpAddr::V6(one)) => {
                same_bits(net.to_bits(), one.to_bits(), self.prefix_bits, 128)
            }
            _ => false,
        }
    }
}

fn same_bits(net: u128, one: u128, prefix_bits: u8, width: u8) -> bool {
    let rest = u32::from(width.saturating_sub(prefix_bits));
    rest >= 128 || (net ^ one) >> rest == 0
}

impl SettingValue for Network {
    const KIND: Kind = Kind::Text;

    fn read(text: &str) -> Result<Self, String> {
        let wrong = || "holds addresses or networks, as in 127.0.0.1 or 10.0.0.0/8".to_owned();
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let width = if address.is_ipv4() { 32 } else { 128 };
        let prefix_bits = prefix.map_or(Ok(width), str::parse).map_err(|_| wrong())?;
        if prefix_bits > width { Err(wrong()) } else { Ok(Network { address, prefix_bits }) }
    }
}
