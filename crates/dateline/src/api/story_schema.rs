//! How a story looks in the description: what is sent whole, what an edit may send, and what is read.

use utoipa::openapi::schema::{Object, ObjectBuilder, OneOfBuilder, Schema, Type};
use utoipa::openapi::{Components, RefOr};
use utoipa::{PartialSchema, ToSchema};

use crate::story::format::StoryFile;

/// A JSON merge patch of a story (RFC 7396): each key as in a story, none of them required; `null` takes one away.
#[derive(Debug)]
pub struct StoryPatch;

/// The working copy of a story, and how it stands.
#[derive(Debug)]
pub struct StoryShown;

/// What is told of a story beside its copy.
#[derive(ToSchema)]
#[allow(dead_code)]
struct StoryState {
    /// For life.
    #[schema(value_type = String, format = "uuid")]
    id: String,
    /// The public number, for life.
    number: i64,
    /// Where it is read, absolute.
    url: String,
    /// The newest version; 0 before the first.
    version: i64,
    /// Of the working copy: what `If-Match` names.
    revision: i64,
    /// What the public sees: `never`, `advanced`, `public`, `held`, `killed`, `taken_down`, `unpublished`.
    state: String,
    /// What the desk does: `draft`, `submitted`, `approved`, `spiked`, `released`.
    stage: String,
    /// The act that waits for a second person.
    pending: Option<String>,
}

impl PartialSchema for StoryPatch {
    fn schema() -> RefOr<Schema> {
        let mut patch = object_of::<StoryFile>();
        patch.required.clear();
        for property in patch.properties.values_mut() {
            let nothing = ObjectBuilder::new().schema_type(Type::Null);
            *property = OneOfBuilder::new().item(property.clone()).item(nothing).into();
        }
        let said = "A merge patch: each key as in a story, none required; `null` takes one away.";
        patch.description = Some(said.to_owned());
        RefOr::T(Schema::Object(patch))
    }
}

impl PartialSchema for StoryShown {
    fn schema() -> RefOr<Schema> {
        let mut shown = object_of::<StoryFile>();
        let state = object_of::<StoryState>();
        shown.properties.extend(state.properties);
        shown.required.extend(state.required);
        shown.description = Some("The working copy of a story, and how it stands.".to_owned());
        RefOr::T(Schema::Object(shown))
    }
}

impl ToSchema for StoryPatch {}

impl ToSchema for StoryShown {}

/// The kinds of things a story is made of, which patch and answer name too.
pub(super) fn name_parts(components: &mut Components) {
    let mut parts = Vec::new();
    <StoryFile as ToSchema>::schemas(&mut parts);
    components.schemas.extend(parts);
}

fn object_of<T: PartialSchema>() -> Object {
    match T::schema() {
        RefOr::T(Schema::Object(object)) => object,
        _ => unreachable!("a struct is described as an object"),
    }
}
