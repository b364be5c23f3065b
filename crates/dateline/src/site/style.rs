//! The style sheet: files in the order of their layers, made one and made small.

use std::collections::BTreeMap;

use super::theme::ThemeFault;

/// Files in the order of the cascade. Others in the folder follow by name.
const LAYERS: [&str; 7] = ["reset", "tokens", "base", "layout", "parts", "pages", "print"];

/// One sheet from the files under `css/`.
pub(super) fn sheet(files: &BTreeMap<String, String>) -> Result<String, ThemeFault> {
    let names: Vec<String> = LAYERS.iter().map(|layer| format!("css/{layer}.css")).collect();
    let further = files.keys().filter(|name| name.starts_with("css/") && !names.contains(name));
    let mut whole = String::new();
    for name in names.iter().chain(further) {
        let Some(text) = files.get(name) else { continue };
        check(text).map_err(|(line, reason)| ThemeFault { file: name.clone(), line: Some(line), reason })?;
        whole.push_str(&small(text));
    }
    Ok(whole)
}

/// What would spoil the sheets after it, or end the style element, is refused with its line.
fn check(text: &str) -> Result<(), (usize, String)> {
    let mut open = 0_i64;
    for (number, line) in text.lines().enumerate() {
        if line.to_ascii_lowercase().contains("</style") {
            return Err((number + 1, "holds the end of a style element".to_owned()));
        }
        open += line.matches('{').count() as i64 - line.matches('}').count() as i64;
        if open < 0 {
            return Err((number + 1, "closes a brace that is not open".to_owned()));
        }
    }
    if open > 0 {
        return Err((text.lines().count().max(1), format!("leaves {open} braces open")));
    }
    Ok(())
}

/// The sheet without comments and without the white space nothing needs.
fn small(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut gap = false;
    while let Some(c) = rest.next() {
        match c {
            '/' if rest.peek() == Some(&'*') => {
                skip_comment(&mut rest);
                gap = true;
            }
            '"' | '\'' => {
                push(&mut out, c, gap);
                gap = false;
                copy_string(&mut out, c, &mut rest);
            }
            c if c.is_whitespace() => gap = true,
            c => {
                push(&mut out, c, gap);
                gap = false;
            }
        }
    }
    out
}

fn skip_comment(rest: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    let mut before = ' ';
    rest.next();
    for c in rest.by_ref() {
        if before == '*' && c == '/' {
            return;
        }
        before = c;
    }
}

fn copy_string(out: &mut String, quote: char, rest: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    while let Some(c) = rest.next() {
        out.push(c);
        match c {
            '\\' => out.extend(rest.next()),
            c if c == quote => return,
            _ => {}
        }
    }
}

fn push(out: &mut String, c: char, gap: bool) {
    const TIGHT: &str = "{};,";
    let last = out.chars().next_back();
    if gap && !TIGHT.contains(c) && last.is_some_and(|last| !TIGHT.contains(last) && last != ':') {
        out.push(' ');
    }
    if c == '}' && last == Some(';') {
        out.pop();
    }
    out.push(c);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(files: &[(&str, &str)]) -> Result<String, ThemeFault> {
        sheet(&files.iter().map(|(name, text)| (name.to_string(), text.to_string())).collect())
    }

    #[test]
    fn a_sheet_is_made_small_and_means_the_same() {
        let text = "/* a */ a :is(b, c) > d {\n  color: red;\n  content: \"  {x; \\\" }\";\n margin: calc(1px + 2px) ;\n}\n";
        assert_eq!(
            of(&[("css/base.css", text)]).unwrap(),
            "a :is(b,c) > d{color:red;content:\"  {x; \\\" }\";margin:calc(1px + 2px)}"
        );
    }

    #[test]
    fn layers_come_in_their_order_and_further_files_last() {
        let files = [("css/own.css", "d{}"), ("css/base.css", "b{}"), ("css/reset.css", "a{}")];
        assert_eq!(of(&files).unwrap(), "a{}b{}d{}");
    }

    #[test]
    fn a_broken_sheet_is_told_with_its_line() {
        let fault = of(&[("css/own.css", "a {\n}\n}\n")]).unwrap_err();
        assert_eq!(fault.to_string(), "theme file css/own.css line 3: closes a brace that is not open");
        assert_eq!(of(&[("css/own.css", "a {\n")]).unwrap_err().line, Some(1));
        assert!(of(&[("css/own.css", "</STYLE>")]).is_err());
    }
}
