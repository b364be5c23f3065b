//! The newsroom's templates, built in.

use minijinja::value::{Serde, Value};
use minijinja::{Environment, UndefinedBehavior};
use rust_embed::RustEmbed;
use serde::Serialize;

/// Work a page may cost: about that many steps of a template. A board of 500 stories takes a tenth of it.
const FUEL: u64 = 8_000_000;

#[derive(RustEmbed)]
#[folder = "themes/default/newsroom/"]
#[include = "*.html"]
struct Templates;

/// The templates, read once.
#[derive(Debug)]
pub struct Look(Environment<'static>);

impl Look {
    /// Reads every template; those that come with the program are well formed.
    pub fn built_in() -> Look {
        let mut templates = Environment::new();
        templates.set_undefined_behavior(UndefinedBehavior::Strict);
        templates.set_fuel(Some(FUEL));
        templates.set_syntax(
            minijinja::syntax::SyntaxConfig::builder()
                .trim_blocks(true)
                .lstrip_blocks(true)
                .build()
                .expect("the usual delimiters do not clash"),
        );
        for name in Templates::iter() {
            let Some(file) = Templates::get(&name) else { continue };
            let source = String::from_utf8_lossy(&file.data).into_owned();
            templates
                .add_template_owned(name.to_string(), source)
                .expect("the newsroom's templates are well formed, which a test proves");
        }
        Look(templates)
    }

    /// Fills a template.
    pub fn fill(&self, template: &str, values: Value) -> Result<String, minijinja::Error> {
        self.0.get_template(template)?.render(values)
    }
}

/// What a template is filled with.
pub(super) fn filling(value: impl Serialize) -> Value {
    Value::from(Serde(value))
}

#[cfg(test)]
mod tests {
    use super::Look;

    #[test]
    fn every_template_is_well_formed() {
        Look::built_in();
    }
}
