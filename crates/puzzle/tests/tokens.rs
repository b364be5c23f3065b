//! Tokens through the front door: what is refused, when, and why.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proptest::prelude::*;
use puzzle::{
    Attempt, BadKey, BadOrder, BadProof, Difficulty, Form, Key, KeyRing, MAX_LIFETIME, MAX_TOKEN_CHARS,
    Moment, Order, Refused, SKEW, Shade, Subject, Token, Verdict, Voice,
};

const NOW: Moment = Moment::from_micros(1_795_000_000_000_000);
const LASTS: Duration = Duration::from_secs(1200);

fn key(id: &str, byte: u8) -> Key {
    Key::new(id, [byte; 32]).unwrap()
}

fn ring() -> KeyRing {
    KeyRing::new(key("2026-11", 1), []).unwrap()
}

fn order(form: &str, subject: &str) -> Order {
    Order::new(Form::new(form).unwrap(), Subject::new(subject).unwrap(), LASTS).unwrap()
}

fn feedback() -> Order {
    order("feedback", "story 4711")
}

fn attempt<'a>(ring: &'a KeyRing, token: &Token, order: &Order, now: Moment) -> Result<Attempt<'a>, Refused> {
    ring.attempt(token.as_str(), &order.form, &order.subject, now)
}

#[test]
fn a_token_is_written_as_it_was_in_the_first_version() {
    let order = feedback().with_proof(Difficulty::new(16).unwrap());
    let token = ring().make(&order, NOW, [3; 16]);
    assert_eq!(token.as_str(), include_str!("token.txt").trim());
    assert_eq!(ring().show(token.as_str(), NOW).unwrap().answer_for_measurement(), "RSTLRT");
}

#[test]
fn the_right_letters_are_right_and_other_letters_wrong() {
    let (ring, order) = (ring(), feedback());
    let token = ring.make(&order, NOW, [3; 16]);
    let letters = ring.show(token.as_str(), NOW).unwrap().answer_for_measurement();
    let attempt = attempt(&ring, &token, &order, NOW).unwrap();
    assert_eq!(attempt.letters(&letters), Verdict::Right);
    assert_eq!(attempt.letters(&letters.to_lowercase()), Verdict::Right);
    assert_eq!(attempt.letters(&letters[1..]), Verdict::Wrong);
    assert_eq!(attempt.letters(""), Verdict::Wrong);
}

#[test]
fn letters_picture_and_sound_follow_from_the_token_alone() {
    let token = ring().make(&feedback(), NOW, [3; 16]);
    let (here, there) = (ring(), ring());
    let (one, other) = (here.show(token.as_str(), NOW).unwrap(), there.show(token.as_str(), NOW).unwrap());
    assert_eq!(one.answer_for_measurement(), other.answer_for_measurement());
    assert_eq!(one.picture(Shade::Dark), other.picture(Shade::Dark));
    assert_eq!(one.sound(Voice::English), other.sound(Voice::English));
}

#[test]
fn the_same_nonce_under_another_key_gives_other_letters() {
    let rings = [ring(), KeyRing::new(key("2026-11", 2), []).unwrap()];
    let [one, other] = rings.map(|ring| {
        let token = ring.make(&feedback(), NOW, [3; 16]);
        ring.show(token.as_str(), NOW).unwrap().answer_for_measurement()
    });
    assert_ne!(one, other);
}

#[test]
fn every_bit_changed_is_refused() {
    let (ring, order) = (ring(), feedback().with_proof(Difficulty::new(9).unwrap()));
    let token = ring.make(&order, NOW, [3; 16]);
    let bytes = URL_SAFE_NO_PAD.decode(token.as_str()).unwrap();
    let mut forged = 0;
    for bit in 0..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let refused = ring.show(&URL_SAFE_NO_PAD.encode(changed), NOW).unwrap_err();
        let fitting = matches!(refused, Refused::Malformed(_) | Refused::UnknownKey { .. } | Refused::Forged);
        assert!(fitting, "bit {bit}: {refused}");
        forged += u32::from(refused == Refused::Forged);
    }
    assert!(forged > 400, "most changes only the signature can tell: {forged}");
}

#[test]
fn every_character_changed_added_or_lost_is_refused() {
    let ring = ring();
    let token = ring.make(&feedback(), NOW, [3; 16]);
    let text = token.as_str();
    for (at, right) in text.char_indices() {
        for other in "ABcd09-_+/=% \n\u{e9}".chars().filter(|&other| other != right) {
            let changed = format!("{}{other}{}", &text[..at], &text[at + 1..]);
            assert!(ring.show(&changed, NOW).is_err(), "{at}: {other}");
        }
        assert!(ring.show(&format!("{}{}", &text[..at], &text[at + 1..]), NOW).is_err(), "without {at}");
        assert!(ring.show(&text[..at], NOW).is_err(), "only {at}");
    }
    for longer in
        [format!("{text}A"), format!("{text}="), format!(" {text}"), format!("{text}\n"), text.repeat(2)]
    {
        assert!(ring.show(&longer, NOW).is_err(), "{longer}");
    }
}

#[test]
fn endless_text_is_refused_unread() {
    let refused = ring().show(&"A".repeat(10_000_000), NOW).unwrap_err();
    assert_eq!(refused, Refused::Malformed("it is too long"));
}

#[test]
fn the_longest_order_makes_a_token_within_bounds() {
    let ring = KeyRing::new(key(&"k".repeat(32), 1), []).unwrap();
    let token = ring.make(&order(&"f".repeat(32), &"s".repeat(128)), NOW, [255; 16]);
    assert!(token.as_str().len() <= MAX_TOKEN_CHARS);
    ring.show(token.as_str(), NOW).unwrap();
}

#[test]
fn a_token_opens_only_its_own_form_and_subject() {
    let (ring, order) = (ring(), feedback());
    let token = ring.make(&order, NOW, [3; 16]);
    let report = Form::new("report").unwrap();
    let refused = ring.attempt(token.as_str(), &report, &order.subject, NOW).unwrap_err();
    assert_eq!(refused, Refused::OtherForm { form: "feedback".into() });
    for subject in [Subject::none(), Subject::new("story 471").unwrap(), Subject::new("story 47110").unwrap()]
    {
        let refused = ring.attempt(token.as_str(), &order.form, &subject, NOW).unwrap_err();
        assert_eq!(refused, Refused::OtherSubject { subject: "story 4711".into() });
    }
}

#[test]
fn a_token_lasts_as_long_as_it_was_ordered() {
    let (ring, order) = (ring(), feedback());
    let token = ring.make(&order, NOW, [3; 16]);
    let micro = Duration::from_micros(1);
    attempt(&ring, &token, &order, NOW.after(LASTS - micro)).unwrap();
    let refused = attempt(&ring, &token, &order, NOW.after(LASTS)).unwrap_err();
    assert_eq!(refused, Refused::Expired { ago: Duration::ZERO });
    let refused = ring.show(token.as_str(), NOW.after(LASTS + SKEW)).unwrap_err();
    assert_eq!(refused, Refused::Expired { ago: SKEW });
}

#[test]
fn a_node_whose_clock_is_behind_accepts_what_another_just_made() {
    let (ring, order) = (ring(), feedback());
    let made = NOW.after(SKEW);
    let token = ring.make(&order, made, [3; 16]);
    assert_eq!(attempt(&ring, &token, &order, NOW).unwrap().age(NOW), Duration::ZERO);
    let earlier = Moment::from_micros(NOW.as_micros() - 1);
    let refused = attempt(&ring, &token, &order, earlier).unwrap_err();
    assert_eq!(refused, Refused::NotYetValid { wait: SKEW + Duration::from_micros(1) });
}

#[test]
fn a_spent_token_is_remembered_until_no_node_accepts_it() {
    let (ring, order) = (ring(), feedback());
    let token = ring.make(&order, NOW, [3; 16]);
    let spend = attempt(&ring, &token, &order, NOW).unwrap().spend();
    assert_eq!(attempt(&ring, &token, &order, NOW.after(SKEW)).unwrap().spend(), spend);
    // The node that forgets is ahead by half the sum of both skews, the one that is asked behind by as much.
    let asked = Moment::from_micros(spend.remember_until.as_micros() - 2 * SKEW.as_micros() as i64);
    assert!(attempt(&ring, &token, &order, asked).is_err());
}

#[test]
fn keys_change_without_a_token_lost() {
    let (old, new) = (key("2026-11", 1), key("2026-12", 2));
    let order = feedback();
    let before = KeyRing::new(old.clone(), []).unwrap();
    let prepared = KeyRing::new(old.clone(), [new.clone()]).unwrap();
    let changed = KeyRing::new(new.clone(), [old.clone()]).unwrap();
    let after = KeyRing::new(new, []).unwrap();
    let by_old = prepared.make(&order, NOW, [3; 16]);
    let by_new = changed.make(&order, NOW, [3; 16]);
    for ring in [&before, &prepared, &changed] {
        attempt(ring, &by_old, &order, NOW).unwrap();
    }
    for ring in [&prepared, &changed, &after] {
        attempt(ring, &by_new, &order, NOW).unwrap();
    }
    let unknown = |id: &str| Refused::UnknownKey { id: id.into() };
    assert_eq!(attempt(&after, &by_old, &order, NOW).unwrap_err(), unknown("2026-11"));
    assert_eq!(attempt(&before, &by_new, &order, NOW).unwrap_err(), unknown("2026-12"));
}

#[test]
fn another_secret_under_the_same_id_is_forgery() {
    let token = KeyRing::new(key("2026-11", 9), []).unwrap().make(&feedback(), NOW, [3; 16]);
    assert_eq!(ring().show(token.as_str(), NOW).unwrap_err(), Refused::Forged);
}

#[test]
fn bad_orders_and_keys_are_refused() {
    for name in ["", "Feedback", "feed back", "f\u{e9}edback", &"f".repeat(33)] {
        assert_eq!(Form::new(name).unwrap_err(), BadOrder::Form, "{name}");
        assert_eq!(Key::new(name, [0; 32]).unwrap_err(), BadKey::Id, "{name}");
    }
    for subject in ["a\nb", "\u{0}", &"s".repeat(129)] {
        assert_eq!(Subject::new(subject).unwrap_err(), BadOrder::Subject);
    }
    for lasts in
        [Duration::ZERO, Duration::from_nanos(999), MAX_LIFETIME + Duration::from_micros(1), Duration::MAX]
    {
        let refused = Order::new(Form::new("feedback").unwrap(), Subject::none(), lasts).unwrap_err();
        assert_eq!(refused, BadOrder::Lifetime, "{lasts:?}");
    }
    for bits in [0, 25, 255] {
        assert_eq!(Difficulty::new(bits).unwrap_err(), BadOrder::Difficulty);
    }
    let twice = KeyRing::new(key("a", 1), [key("b", 2), key("b", 3)]).unwrap_err();
    assert_eq!(twice, BadKey::Twice { id: "b".into() });
    let twice = KeyRing::new(key("a", 1), [key("a", 1)]).unwrap_err();
    assert_eq!(twice, BadKey::Twice { id: "a".into() });
}

#[test]
fn a_key_never_shows_its_secret() {
    let shown = format!("{:?}", KeyRing::new(Key::new("k", [171; 32]).unwrap(), []).unwrap());
    assert!(!shown.contains("171") && !shown.to_lowercase().contains("ab"), "{shown}");
    let ring = ring();
    let token = ring.make(&feedback(), NOW, [3; 16]);
    let puzzle = ring.show(token.as_str(), NOW).unwrap();
    assert!(!format!("{puzzle:?}").contains(&puzzle.answer_for_measurement()));
}

#[test]
fn a_proof_counts_only_where_it_is_offered() {
    let (ring, letters_only) = (ring(), feedback());
    let token = ring.make(&letters_only, NOW, [3; 16]);
    assert!(ring.show(token.as_str(), NOW).unwrap().challenge().is_none());
    assert_eq!(attempt(&ring, &token, &letters_only, NOW).unwrap().proof("0"), Err(BadProof::NotOffered));

    let order = feedback().with_proof(Difficulty::new(6).unwrap());
    let tokens = [[3; 16], [4; 16]].map(|nonce| ring.make(&order, NOW, nonce));
    let solution = ring.show(tokens[0].as_str(), NOW).unwrap().challenge().unwrap().solve();
    assert_eq!(attempt(&ring, &tokens[0], &order, NOW).unwrap().proof(&solution), Ok(()));
    let elsewhere = attempt(&ring, &tokens[1], &order, NOW).unwrap().proof(&solution);
    assert!(matches!(elsewhere, Err(BadProof::Unsolved { .. })), "bound to its token: {elsewhere:?}");
}

proptest! {
    #[test]
    fn different_orders_and_nonces_never_make_the_same_token_or_spend(
        forms in prop::array::uniform2("[ab-]{1,3}"),
        subjects in prop::array::uniform2("[ab-]{0,3}"),
        nonces in prop::array::uniform2(0..3u8),
    ) {
        let ring = ring();
        let [one, other] = [0, 1].map(|at| {
            let order = order(&forms[at], &subjects[at]);
            let token = ring.make(&order, NOW, [nonces[at]; 16]);
            let spend = attempt(&ring, &token, &order, NOW).unwrap().spend();
            (token, spend.id)
        });
        let same = forms[0] == forms[1] && subjects[0] == subjects[1] && nonces[0] == nonces[1];
        prop_assert_eq!(one.0 == other.0, same);
        prop_assert_eq!(one.1 == other.1, same);
    }

    #[test]
    fn any_text_is_refused_and_never_panics(text in "\\PC{0,300}") {
        prop_assert!(ring().show(&text, NOW).is_err());
    }

    #[test]
    fn any_bytes_in_base64_are_refused_and_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(ring().show(&URL_SAFE_NO_PAD.encode(bytes), NOW).is_err());
    }
}
