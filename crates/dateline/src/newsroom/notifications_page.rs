//! How somebody wants to be told of what: here, by a letter at once or with others, or not at all.

use axum::extract::{Query, RawForm, State};
use minijinja::context;
use serde::Serialize;

use super::answer::{Answer, see_other};
use super::form::Form;
use super::look::filling;
use super::on_duty::OnDuty;
use super::people_page::SaidQuery;
use super::{Newsroom, Trouble};
use crate::notice::{self, Kind, Way};

#[derive(Serialize)]
struct ChoiceView {
    kind: &'static str,
    name: &'static str,
    way: &'static str,
    fixed: bool,
}

/// `GET /newsroom/me/notifications`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<SaidQuery>,
) -> Answer {
    let words = room.words(who.visitor.language).await?;
    let mut reader = room.publication.db.reader().await?;
    let choices = notice::choices(&mut reader.conn(), who.badge.person.id).await?;
    drop(reader);
    // What nobody may choose stands as one line.
    let listed = Kind::ALL.into_iter().filter(|kind| !kind.is_fixed() || *kind == Kind::Confirm);
    let choices: Vec<ChoiceView> = listed
        .map(|kind| ChoiceView {
            kind: kind.as_str(),
            name: words.text(name_key(kind)),
            way: choices.get(&kind).copied().unwrap_or_default().as_str(),
            fixed: kind.is_fixed(),
        })
        .collect();
    let ways: Vec<(&str, &str)> =
        Way::ALL.into_iter().map(|way| (way.as_str(), words.text(way_key(way)))).collect();
    let own = context! {
        choices => filling(choices),
        ways => filling(ways),
        said => super::story_page::said(&words, &query.said),
    };
    room.page(&who, &words, "me", "notifications.html", own).await
}

/// `POST /newsroom/me/notifications`
pub(super) async fn choose(State(room): State<Newsroom>, who: OnDuty, RawForm(body): RawForm) -> Answer {
    let form = Form::read(&body)?;
    let mut chosen = Vec::new();
    for kind in Kind::ALL {
        if let Some(word) = form.given(kind.as_str()) {
            chosen.push((kind, Way::parse(word).ok_or(Trouble::bad("bad_text"))?));
        }
    }
    let person = who.badge.person.id;
    room.act(0, &(person, &chosen), |act, (person, chosen)| {
        Box::pin(async move {
            for (kind, way) in chosen.iter() {
                notice::choose(&mut act.conn(), *person, *kind, *way).await?;
            }
            Ok(())
        })
    })
    .await?;
    Ok(see_other("/newsroom/me/notifications?said=saved"))
}

fn name_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Assigned => "told_assigned",
        Kind::Asked => "told_asked",
        Kind::Handed => "told_handed",
        Kind::Taken => "told_taken",
        Kind::SentBack => "told_sent_back",
        Kind::Wanted => "told_wanted",
        Kind::Approved => "told_approved",
        Kind::Released => "told_released",
        Kind::Mention => "told_mention",
        Kind::Remark => "told_remark",
        Kind::Reported => "told_reported",
        Kind::Confirm | Kind::MayAlone | Kind::ConfirmedAlone | Kind::TakenBack => "told_confirm",
        Kind::Confirmed => "told_confirmed",
    }
}

fn way_key(way: Way) -> &'static str {
    match way {
        Way::Nothing => "way_nothing",
        Way::Here => "way_here",
        Way::Mail => "way_mail",
        Way::Hourly => "way_hourly",
        Way::Daily => "way_daily",
    }
}
