use super::*;

fn draft() -> Draft {
    Draft {
        name: "Nigar".to_owned(),
        email: "nigar@reader.example".to_owned(),
        subject: String::new(),
        message: "The bridge opened in May.".to_owned(),
    }
}

#[test]
fn name_address_and_letter_are_required_and_a_subject_is_not() {
    assert_eq!(draft().faults(), []);
    let all =
        [(Field::Name, Fault::Missing), (Field::Email, Fault::Missing), (Field::Message, Fault::Missing)];
    assert_eq!(Draft::default().faults(), all);
    let blank = Draft { name: "  ".to_owned(), ..draft() };
    assert_eq!(blank.faults(), [(Field::Name, Fault::Missing)]);
}

#[test]
fn what_is_no_address_or_too_long_is_said_at_its_field() {
    let wrong = Draft { email: "nigar at reader".to_owned(), subject: "x".repeat(201), ..draft() };
    assert_eq!(wrong.faults(), [(Field::Subject, Fault::TooLong), (Field::Email, Fault::NoAddress)]);
    let long = Draft { message: "ə".repeat(10_001), ..draft() };
    assert_eq!(long.faults(), [(Field::Message, Fault::TooLong)]);
    assert_eq!(Draft { message: "ə".repeat(10_000), ..draft() }.faults(), []);
}

#[test]
fn references_are_read_back_and_others_are_not() {
    for series in [Series::Letter, Series::Mistake] {
        for _ in 0..100 {
            let reference = Reference::random(series);
            assert_eq!(Reference::parse(series, reference.as_str()), Some(reference));
        }
    }
    for other in ["", "F-", "F-7K3Q2", "F-7K3Q2MM", "F-7K3Q2I", "F-7k3q2m", "M-7K3Q2M"] {
        assert_eq!(Reference::parse(Series::Letter, other), None, "{other}");
    }
    let longer = Reference::longer(Series::Mistake, 2);
    assert_eq!(
        (longer.as_str().len(), Reference::parse(Series::Mistake, longer.as_str())),
        (8, Some(longer))
    );
}
