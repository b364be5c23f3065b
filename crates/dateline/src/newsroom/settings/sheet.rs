//! A sheet: some fields of the agency's description, shown, drafted and saved.

use minijinja::context;
use minijinja::value::Value;

use super::super::answer::Answer;
use super::super::form::Form;
use super::super::look::filling;
use super::super::on_duty::OnDuty;
use super::super::trouble::Said;
use super::super::{Newsroom, Trouble};
use super::fields::{Draft, Fields, Overtaken, by_field};
use crate::edition::{self, AgencyDescription, ApplyError};
use crate::people::Right;
use crate::publication::{DescriptionError, apply_description};

/// Some fields of the agency's description.
pub(super) trait Sheet: Sync {
    /// Their values as they stand; none where what it is about does not exist.
    fn fields(&self, standing: &AgencyDescription) -> Fields;
    /// Puts values into the description.
    fn put(&self, standing: &mut AgencyDescription, typed: &Fields);
    /// The field a fault is about, by its key in the description.
    fn field_of(&self, at: &str) -> Option<String>;
}

/// How a sheet stands before it is shown.
#[derive(Debug)]
pub(super) struct Sent {
    /// What was typed.
    pub draft: Draft,
    /// What is wrong, by field.
    pub faults: Vec<(String, String)>,
    /// What others changed.
    pub overtaken: Option<Overtaken>,
}

impl Sent {
    /// What every sheet's template gets.
    pub fn filling(&self) -> Value {
        let loose: Vec<&str> =
            self.faults.iter().filter(|(at, _)| at.is_empty()).map(|(_, f)| f.as_str()).collect();
        context! {
            f => filling(self.draft.shown(&self.faults, self.overtaken.as_ref())),
            was => self.draft.was_json(),
            wrong => !self.faults.is_empty(),
            loose => filling(loose),
            overtaken => self.overtaken.is_some(),
        }
    }

    /// The status of a page that shows it.
    pub fn status(&self) -> http::StatusCode {
        match (&self.overtaken, self.faults.is_empty()) {
            (Some(_), _) => http::StatusCode::CONFLICT,
            (None, false) => http::StatusCode::UNPROCESSABLE_ENTITY,
            (None, true) => http::StatusCode::OK,
        }
    }
}

impl Newsroom {
    /// The agency as it is described now.
    pub(super) async fn standing(&self) -> Result<AgencyDescription, Trouble> {
        let mut snapshot = self.publication.db.snapshot().await?;
        Ok(edition::describe(&mut snapshot.conn()).await?)
    }

    /// A sheet as it stands, for somebody who may see it.
    pub(super) async fn opened(
        &self,
        who: &OnDuty,
        sheet: &impl Sheet,
    ) -> Result<(AgencyDescription, Sent), Trouble> {
        who.actor().must(Right::Admin)?;
        let standing = self.standing().await?;
        let fields = sheet.fields(&standing);
        if fields.is_empty() {
            return Err(Trouble::NotFound);
        }
        Ok((standing, Sent { draft: Draft::untouched(fields), faults: Vec::new(), overtaken: None }))
    }

    /// What was typed in a sheet, checked, and the description as it would be; nothing is written.
    pub(super) async fn drafted(
        &self,
        who: &OnDuty,
        sheet: &impl Sheet,
        form: &Form,
    ) -> Result<(AgencyDescription, Sent), Trouble> {
        let (mut standing, opened) = self.opened(who, sheet).await?;
        let draft = Draft::read(form, &opened.draft.typed);
        let overtaken = draft.overtaken(&opened.draft.typed);
        let draft = draft.rebased(&opened.draft.typed);
        sheet.put(&mut standing, &draft.typed);
        let words = self.words(who.visitor.language).await?;
        let faults = by_field(&words, &edition::faults(&standing), |at| sheet.field_of(at));
        Ok((standing, Sent { draft, faults, overtaken }))
    }

    /// Saves a sheet; what is in its way comes back with everything that was typed.
    pub(super) async fn saved(
        &self,
        who: &OnDuty,
        sheet: &impl Sheet,
        form: &Form,
    ) -> Result<Option<Sent>, Trouble> {
        let (_, sent) = self.drafted(who, sheet, form).await?;
        if !sent.faults.is_empty() || sent.overtaken.is_some() {
            return Ok(Some(sent));
        }
        self.act(0, &(who, sheet, form), |act, &(who, sheet, form)| {
            Box::pin(async move {
                let mut standing = edition::describe(&mut act.conn()).await?;
                let fields = sheet.fields(&standing);
                let draft = Draft::read(form, &fields);
                if let Some(overtaken) = draft.overtaken(&fields) {
                    let overtaken = Some(overtaken);
                    return Ok(Some(Sent { draft: draft.rebased(&fields), faults: Vec::new(), overtaken }));
                }
                sheet.put(&mut standing, &draft.typed);
                let done = apply_description(act, &who.actor(), &standing).await;
                done.map(|_| None).map_err(Trouble::from)
            })
        })
        .await
    }

    /// A page of the settings.
    pub(super) async fn settings_page(
        &self,
        who: &OnDuty,
        status: http::StatusCode,
        (template, tab): (&str, &str),
        said: &str,
        own: Value,
    ) -> Answer {
        let words = self.words(who.visitor.language).await?;
        let said = super::super::story_page::said(&words, said);
        let frame = context! { tab => tab, said => said };
        let merged = minijinja::value::merge_maps([own, frame]);
        let mut page = self.page(who, &words, "settings", &format!("settings/{template}"), merged).await?;
        *page.status_mut() = status;
        Ok(page)
    }
}

impl From<DescriptionError> for Trouble {
    fn from(error: DescriptionError) -> Trouble {
        match error {
            DescriptionError::Refused(refused) => refused.into(),
            DescriptionError::Db(error) | DescriptionError::Apply(ApplyError::Db(error)) => error.into(),
            DescriptionError::Apply(ApplyError::Bad { fault, .. }) => {
                Trouble::Conflict(Said::Fault(Box::new(fault)))
            }
            DescriptionError::Apply(ApplyError::Section { .. }) => {
                Trouble::Conflict(Said::Key("fault_section_unknown"))
            }
        }
    }
}
