//! Ids that cannot be confused: a UUIDv7 behind a type for each noun, and the public number of a story apart.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::db::Value;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id; ids made later sort later (UUIDv7, RFC 9562 §5.7).
            #[allow(clippy::new_without_default)]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }

            /// From the 16 bytes the database keeps; `None` for any other length.
            pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
                Uuid::from_slice(bytes).ok().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<$name> for Value {
            fn from(id: $name) -> Value {
                Value::Bytes(Some(id.0.as_bytes().to_vec()))
            }
        }

        impl From<Option<$name>> for Value {
            fn from(id: Option<$name>) -> Value {
                Value::Bytes(id.map(|id| id.0.as_bytes().to_vec()))
            }
        }
    };
}

id!(
    /// A story in one language.
    StoryId
);
id!(
    /// The versions of one story in all its languages.
    GroupId
);
id!(
    /// Somebody who works here.
    PersonId
);
id!(
    /// An API token.
    TokenId
);
id!(
    /// A picture, video or audio file with its fields; not its bytes.
    MediaId
);
id!(
    /// An errand done after the act that queued it.
    JobId
);
id!(
    /// Something that falls due at an instant.
    DueId
);
id!(
    /// Work left to a desk until somebody answers it.
    TaskId
);

id!(
    /// Somebody's time at the newsroom, from signing in to the end.
    SessionId
);
id!(
    /// A passkey of somebody's.
    PasskeyId
);
id!(
    /// Something somebody is told.
    NoticeId
);
id!(
    /// What a colleague says about a story.
    RemarkId
);
id!(
    /// A reader's letter to the newsroom.
    MessageId
);
id!(
    /// A view of a board that was given a name.
    ViewId
);
id!(
    /// Words that readers say are wrong.
    MistakeId
);
id!(
    /// What one reader said is wrong.
    ReportId
);

/// The public number of a story: unique in the installation, for life, 1 to 2^53.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StoryNumber(i64);

impl StoryNumber {
    /// The largest number every JSON reader keeps exactly.
    pub const MAX: i64 = 1 << 53;

    /// `None` outside 1 to [`Self::MAX`].
    pub fn new(number: i64) -> Option<StoryNumber> {
        (1..=Self::MAX).contains(&number).then_some(StoryNumber(number))
    }

    /// The number itself.
    pub fn get(self) -> i64 {
        self.0
    }
}

impl fmt::Display for StoryNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for StoryNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StoryNumber({})", self.0)
    }
}

impl From<StoryNumber> for Value {
    fn from(number: StoryNumber) -> Value {
        Value::Int(Some(number.0))
    }
}

impl From<Option<StoryNumber>> for Value {
    fn from(number: Option<StoryNumber>) -> Value {
        Value::Int(number.map(|n| n.0))
    }
}

/// How a caller names a story: by id or by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StoryRef {
    /// By its id.
    Id(StoryId),
    /// By its public number.
    Number(StoryNumber),
}

impl FromStr for StoryRef {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        if let Ok(number) = text.parse::<i64>() {
            return StoryNumber::new(number).map(StoryRef::Number).ok_or(());
        }
        text.parse().map(StoryRef::Id).map_err(|_| ())
    }
}
