//! Headings of a body in the outline of a page.

/// `body` with its headings one below the other, the first right below level `above`: writers begin with whatever size
/// they like, while an outline skips no level. Only the element's name changes.
pub(super) fn in_outline(body: &str, above: u8) -> String {
    let mut out = String::with_capacity(body.len());
    // Levels as they were written, each with the level it is shown at.
    let mut open: Vec<(u8, u8)> = Vec::new();
    let mut rest = body;
    while let Some((before, level, after)) = next_heading(rest) {
        out.push_str(before);
        open.retain(|(written, _)| *written < level);
        let shown = open.last().map_or(above, |(_, shown)| *shown) + 1;
        open.push((level, shown));
        let shown = shown.min(6);
        out.push_str(&format!("<h{shown}"));
        let end = format!("</h{level}>");
        let Some(close) = after.find(&end) else {
            rest = after;
            break;
        };
        out.push_str(&after[..close]);
        out.push_str(&format!("</h{shown}>"));
        rest = &after[close + end.len()..];
    }
    out.push_str(rest);
    out
}

/// What stands before the next heading, its level, and what follows its name.
fn next_heading(html: &str) -> Option<(&str, u8, &str)> {
    let mut from = 0;
    while let Some(found) = html[from..].find("<h") {
        let place = from + found;
        match html.as_bytes().get(place + 2..place + 4) {
            Some([level @ b'1'..=b'6', b' ' | b'>']) => {
                return Some((&html[..place], level - b'0', &html[place + 3..]));
            }
            _ => from = place + 2,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::in_outline;

    #[test]
    fn an_outline_skips_no_level_and_keeps_all_else() {
        for (body, shown) in [
            ("<p>a</p><hr><h2 id=\"b-1\">x</h2><h3>y</h3>", "<p>a</p><hr><h2 id=\"b-1\">x</h2><h3>y</h3>"),
            ("<h3>x</h3><p>a</p><h3>y</h3>", "<h2>x</h2><p>a</p><h2>y</h2>"),
            ("<h4>x</h4><h2>y</h2><h4>z</h4>", "<h2>x</h2><h2>y</h2><h3>z</h3>"),
            ("<h3>x &lt;h3></h3>", "<h2>x &lt;h3></h2>"),
            ("", ""),
        ] {
            assert_eq!(in_outline(body, 1), shown, "{body}");
        }
        assert_eq!(in_outline("<h2>x</h2><h3>y</h3>", 3), "<h4>x</h4><h5>y</h5>");
    }
}
