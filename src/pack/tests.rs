//! Signatures: the vectors of RFC 8032, and what may not pass for one.

use alloc::{format, string::String, vec, vec::Vec};

use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};

use super::{PackError, PackKey, PackSecret, PackVerifier, format, point, secret::is_signed};
use crate::score::rules::{OwnRule, OwnRules};

fn bytes<const N: usize>(hex: &str) -> [u8; N] {
    let digits: Vec<u32> = hex.chars().map(|c| c.to_digit(16).unwrap()).collect();
    let bytes: Vec<u8> = digits
        .chunks(2)
        .map(|pair| (pair[0] * 16 + pair[1]) as u8)
        .collect();
    bytes.try_into().unwrap()
}

/// Section 7.1: secret, public, message, signature.
const RFC_8032: [[&str; 4]; 4] = [
    [
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ],
    [
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ],
    [
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ],
    [
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
    ],
];

fn message(hex: &str) -> Vec<u8> {
    let pairs = hex
        .as_bytes()
        .chunks(2)
        .map(|pair| str::from_utf8(pair).unwrap());
    pairs
        .map(|pair| u8::from_str_radix(pair, 16).unwrap())
        .collect()
}

#[test]
fn the_vectors_of_rfc_8032() {
    for [seed, public, text, signature] in RFC_8032 {
        let (signed, signature) = (message(text), bytes::<64>(signature));
        let secret = PackSecret::from_seed(bytes(seed));
        let key: PackKey = public.parse().unwrap();
        assert_eq!(secret.key(), key);
        assert_eq!(
            SigningKey::from_bytes(&bytes(seed))
                .sign(&signed)
                .to_bytes(),
            signature
        );
        assert!(is_signed(&key, &signed, &signature), "{public}");
        let longer = [&signed[..], &[0]].concat();
        assert!(!is_signed(&key, &longer, &signature));
        for at in 0..64 {
            let mut other = signature;
            other[at] ^= 1 << (at % 8);
            assert!(!is_signed(&key, &signed, &other), "byte {at}");
        }
    }
}

/// All ways to write a point of small order: the last byte may have the sign of x, and y may be written beyond the modulus.
const SMALL_ORDER: [&str; 14] = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
];

#[test]
fn points_of_small_order_are_no_keys_and_begin_no_signature() {
    for hex in SMALL_ORDER {
        let point = bytes(hex);
        // the list is right: the library takes each of them for weak, or for no point at all
        assert!(
            VerifyingKey::from_bytes(&point).is_ok_and(|key| key.is_weak()),
            "{hex}"
        );
        assert_eq!(hex.parse::<PackKey>(), Err(PackError::WeakKey), "{hex}");
        let mut pack = pack();
        let start = pack.len() - 64;
        pack[start..start + 32].copy_from_slice(&point);
        assert_eq!(
            verifier().open(&pack).err(),
            Some(PackError::BadSignature),
            "{hex}"
        );
    }
    for key in RFC_8032.map(|[_, public, ..]| public) {
        assert!(key.parse::<PackKey>().is_ok());
    }
}

#[test]
fn numbers_beyond_their_modulus_are_refused() {
    // y = 2^255 - 1, and the modulus plus two and three: each a second way to write a point
    for last in ["ff", "ef", "f0"] {
        let hex = String::from(last) + &"ff".repeat(30) + "7f";
        assert_eq!(hex.parse::<PackKey>(), Err(PackError::WeakKey), "{hex}");
    }
    // the order of the group added to the second half: the same signature, written another way
    let mut pack = pack();
    let start = pack.len() - 32;
    let order = bytes::<32>("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    let mut carry = 0;
    for (byte, add) in pack[start..].iter_mut().zip(order) {
        let sum = u16::from(*byte) + u16::from(add) + carry;
        *byte = sum as u8;
        carry = sum >> 8;
    }
    assert_eq!(carry, 0);
    assert_eq!(verifier().open(&pack).err(), Some(PackError::BadSignature));
    let mut one_less = order;
    one_less[0] -= 1;
    assert!(
        point::is_scalar(&one_less) && !point::is_scalar(&order) && !point::is_scalar(&[0xFF; 32])
    );
}

#[test]
fn what_is_no_point_verifies_nothing() {
    // y = 2 is on no point of the curve
    let key = PackKey::from_bytes(bytes(
        "0200000000000000000000000000000000000000000000000000000000000000",
    ));
    assert!(!is_signed(&key.unwrap(), b"", &bytes(RFC_8032[0][3])));
}

#[test]
fn what_is_signed_but_cannot_be_read_is_malformed() {
    let secret = PackSecret::from_seed([7; 32]);
    let signing = SigningKey::from_bytes(&[7; 32]);
    let whole = format::write(secret.key().as_bytes(), 1, "a/b", &rules());
    let head = 46; // up to the version
    let mut odd: Vec<Vec<u8>> = (head..whole.len())
        .map(|end| whole[..end].to_vec())
        .collect();
    odd.push([&whole[..], &[0]].concat());
    // an id that is no UTF-8, a flag that is no flag, a list longer than the pack
    for (at, byte) in [(head + 12, 0xFF), (whole.len() - 21, 2), (head + 15, 0xFF)] {
        let mut changed = whole.clone();
        changed[at] = byte;
        odd.push(changed);
    }
    for mut bytes in odd {
        let length = (bytes.len() + 64) as u32;
        bytes[10..14].copy_from_slice(&length.to_le_bytes());
        bytes.extend(signing.sign(&bytes).to_bytes());
        assert_eq!(verifier().verify(&bytes), Err(PackError::Malformed));
    }
}

fn rules() -> OwnRules {
    let rule = OwnRule::new("a/b", "why")
        .with_weights(1)
        .with_pattern("word");
    OwnRules::new().with_rule(rule)
}

fn pack() -> Vec<u8> {
    PackSecret::from_seed([7; 32])
        .sign("a/b", 1, &rules())
        .unwrap()
}

fn verifier() -> PackVerifier {
    PackVerifier::new([PackSecret::from_seed([7; 32]).key()])
}

#[test]
fn secrets_are_not_printed() {
    let secret = PackSecret::from_seed([0xAB; 32]);
    let shown = format!("{secret:?}");
    assert!(!shown.contains("abab") && !shown.contains("171"), "{shown}");
    assert_eq!(vec![secret.key()], vec![secret.clone().key()]);
}
