//! What HTML becomes, and what blocks become.

use story_body::{Body, Notice, Rendering};

fn read(html: &str) -> Body {
    Body::from_html(html).body
}

/// HTML without ids and line breaks.
fn pass(html: &str) -> String {
    let body = read(html);
    let json = body.to_json();
    assert_eq!(Body::from_json(&json).unwrap_or_else(|e| panic!("{e}: {json}")), body);
    let written = body.to_html(&Rendering::default());
    let again = read(&written);
    assert_eq!(again, body, "read again: {written}");
    body.to_html(&Rendering { ids: story_body::Ids::LeftOut, ..Rendering::default() }).replace('\n', "")
}

#[test]
fn words_boxes_and_bare_text_become_paragraphs() {
    assert_eq!(
        pass("bare <b>text</b><div>a box<div>and one in it</div>rest</div><p> two  spaces </p>"),
        "<p>bare <strong>text</strong></p><p>a box</p><p>and one in it</p><p>rest</p><p>two spaces</p>"
    );
    assert_eq!(pass("one<br>line<br><br>another<br>"), "<p>one<br>line</p><p>another</p>");
    assert_eq!(pass("<p></p><p> </p><div><br></div>"), "");
}

#[test]
fn headings_begin_below_the_headline() {
    assert_eq!(pass("<h1>A</h1><h2>B</h2><h3>C</h3><h6>D</h6>"), "<h2>A</h2><h2>B</h2><h3>C</h3><h4>D</h4>");
}

#[test]
fn marks_and_links_are_kept_and_nested_in_order() {
    assert_eq!(
        pass("<p><i>a<b>b</b></i> <a href='https://arna.example/x'>c <b>d</b></a> x<sub>2</sub></p>"),
        "<p><em>a</em><strong><em>b</em></strong> <a href=\"https://arna.example/x\">c <strong>d</strong></a> x<sub>2</sub></p>"
    );
    assert_eq!(
        pass("<p><span lang=fr>mot</span> <a>no link</a> <a href='javascript:x'>bad</a></p>"),
        "<p><span lang=\"fr\">mot</span> no link bad</p>"
    );
}

#[test]
fn lists_keep_their_inner_lists() {
    assert_eq!(
        pass("<ol start=3><li>a<ul><li>b</ul><li><p>c</p><p>d</p></ol><ul><li><ul><li>only</ul></ul>"),
        "<ol start=\"3\"><li>a<ul><li>b</li></ul></li><li>c<br>d</li></ol><ul><li>only</li></ul>"
    );
}

#[test]
fn a_picture_inside_a_list_follows_the_list() {
    assert_eq!(
        pass("<ul><li>a<img src=p.jpg><li>b</ul><p>after</p>"),
        "<ul><li>a</li><li>b</li></ul><figure><img src=\"p.jpg\" alt=\"\"></figure><p>after</p>"
    );
}

#[test]
fn quotations_keep_paragraphs_and_source() {
    assert_eq!(
        pass("<blockquote><p>a</p><p>b</p><cite>The jury</cite></blockquote>"),
        "<blockquote><p>a</p><p>b</p><footer>The jury</footer></blockquote>"
    );
}

#[test]
fn tables_keep_head_spans_and_caption() {
    assert_eq!(
        pass("<table><caption>Budget</caption><tr><th>A<th>B<tr><td colspan=2 rowspan=9>1 <b>x</b></table>"),
        "<div class=\"table\" role=\"group\" tabindex=\"0\"><table><caption>Budget</caption><thead><tr><th scope=\"col\">A</th>\
         <th scope=\"col\">B</th></tr></thead><tbody><tr><td colspan=\"2\">1 <strong>x</strong></td></tr></tbody></table></div>"
    );
}

#[test]
fn a_table_that_lays_out_a_page_gives_way_to_its_content() {
    assert_eq!(
        pass("<table><tr><td><h2>A</h2><p>b</p></td><td>c</td></tr></table>"),
        "<h2>A</h2><p>b</p><p>c</p>"
    );
}

#[test]
fn figures_become_pictures_with_caption_and_credit() {
    let html = "<figure><img src=\"p01.jpg\" alt=\"A port\"><figcaption>The <em>port</em> <small>ARNA / J. Vey</small></figcaption></figure>";
    assert_eq!(pass(html), html);
    let gallery = "<figure class=\"gallery\"><figure><img src=\"1.jpg\" alt=\"\"><figcaption>one</figcaption></figure>\
                   <figure><img src=\"2.jpg\" alt=\"\"></figure><figcaption>all</figcaption></figure>";
    assert_eq!(pass(gallery), gallery);
}

#[test]
fn frames_of_known_providers_become_links() {
    assert_eq!(
        pass("<iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ'></iframe>"),
        "<figure data-provider=\"youtube\"><a href=\"https://www.youtube.com/watch?v=dQw4w9WgXcQ\">www.youtube.com/watch?v=dQw4w9WgXcQ</a></figure>"
    );
    let reading = Body::from_html("<iframe src='https://evil.example/'></iframe>");
    assert!(reading.body.blocks.is_empty());
    assert_eq!(reading.notices, [Notice::UnknownEmbed("https://evil.example/".into())]);
}

#[test]
fn preformatted_text_keeps_its_lines() {
    let body = read("<pre>\n\n a\n  <b>b</b>\t&lt;\n</pre>");
    let written = body.to_html(&Rendering { ids: story_body::Ids::LeftOut, ..Rendering::default() });
    assert_eq!(written, "<pre>\n\n a\n  b\t&lt;</pre>\n");
    assert_eq!(read(&written).blocks[0].kind, body.blocks[0].kind);
}

#[test]
fn own_films_and_recordings_are_kept() {
    let html = "<figure><video controls preload=\"metadata\" src=\"v.mp4\" poster=\"v.jpg\"><track kind=\"captions\" src=\"v.vtt\" \
                srclang=\"en\" label=\"English\"></video><figcaption>film</figcaption></figure>";
    assert_eq!(pass(html), html);
    assert_eq!(
        pass("<audio><source src=a.mp3></audio>"),
        "<figure><audio controls preload=\"metadata\" src=\"a.mp3\"></audio></figure>"
    );
}

#[test]
fn direction_and_language_of_a_box_hold_for_its_blocks() {
    assert_eq!(
        pass("<div dir=rtl lang=ar><p>a</p><p dir=ltr>b</p></div><p>c</p>"),
        "<p dir=\"rtl\" lang=\"ar\">a</p><p dir=\"ltr\" lang=\"ar\">b</p><p>c</p>"
    );
}

#[test]
fn scripts_styles_and_controls_go_with_their_text() {
    assert_eq!(
        pass(
            "<script>x</script><style>y</style><p onclick=x style=y>a<button>b</button><template><p>t</p></template></p>"
        ),
        "<p>a</p>"
    );
}

#[test]
fn xhtml_closes_every_element() {
    let body = read("<p>a<br>b & c</p><hr><img src=x.jpg><ul><li>d</ul>");
    let xhtml = body.to_xhtml(&Rendering { ids: story_body::Ids::LeftOut, ..Rendering::default() });
    assert_eq!(
        xhtml,
        "<p>a<br/>b &amp; c</p><hr/><figure><img src=\"x.jpg\" alt=\"\"/></figure><ul><li>d</li></ul>"
    );
}

#[test]
fn text_keeps_what_is_read_and_leaves_out_what_is_seen() {
    let body = read(
        "<h2>Head</h2><p>One<br>two</p><img src=x.jpg alt=alt><ol><li>a<ul><li>b</ul></ol><blockquote>q<footer>w</footer></blockquote>",
    );
    assert_eq!(body.to_text(), "Head\n\nOne\ntwo\n\n1. a\n  - b\n\nq\n— w");
    assert_eq!(body.first_words(5), "One…");
}

#[test]
fn ids_in_html_are_kept_and_copies_get_new_ones() {
    let body = read("<p id=b-a1>one</p><p id=b-a1>two</p><p>three</p>");
    assert_eq!(body.blocks[0].id.as_str(), "a1");
    assert_ne!(body.blocks[1].id, body.blocks[0].id);
    body.check().unwrap();
}

#[test]
fn hostile_nesting_costs_no_more_than_its_length() {
    for html in [
        "<div>".repeat(40_000),
        "<b>".repeat(40_000) + "x",
        "<ul><li>".repeat(40_000) + "x",
        "<table><tr><td>".repeat(30_000) + "x",
        "<table>".to_string() + &"x<br>".repeat(40_000),
        "<blockquote>".repeat(40_000) + "x",
        "<figure>".repeat(40_000) + "<img src=x>",
        "<svg>".repeat(40_000) + "<p>x",
        "<a href=/x>".repeat(30_000) + "<p>x",
        (0..40_000).map(|n| format!("<font color={n}><p>")).collect(),
        "<b><p></b>".repeat(30_000),
        "<a ".to_string() + &(0..40_000).map(|n| format!("a{n} ")).collect::<String>() + ">text",
        "<!--".to_string() + &"a b ".repeat(40_000) + "--><p>x",
        "<template>".repeat(40_000),
        "<select><option>".repeat(30_000),
        "<p>".repeat(40_000),
    ] {
        let reading = Body::from_html(&html);
        reading.body.check().unwrap();
        assert_eq!(Body::from_json(&reading.body.to_json()).unwrap(), reading.body);
    }
}

#[test]
fn words_after_an_endless_tag_are_read() {
    let html =
        format!("<p>before</p><img src=\"data:image/png;base64,{}\"><p>after</p>", "A".repeat(200_000));
    assert_eq!(pass(&html), "<p>before</p><p>after</p>");
}

#[test]
fn split_paragraphs_keep_the_id_on_the_first_half() {
    let previous = read("<p>The first words stand here. The others follow after them.</p><p>Unchanged.</p>");
    let body = Body::from_html_keeping_ids(
        "<p>New at the top.</p><p>The first words stand here.</p><p>The others follow after them.</p><p>Unchanged.</p>", &previous).body;
    assert_eq!(body.blocks[1].id, previous.blocks[0].id);
    assert_eq!(body.blocks[3].id, previous.blocks[1].id);
    assert!(!previous.blocks.iter().any(|b| b.id == body.blocks[0].id || b.id == body.blocks[2].id));
}

#[test]
fn a_corrected_paragraph_keeps_its_id() {
    let previous = read(
        "<p>Tolls on the bridge fall by 20 per cent.</p><p>53,000 vehicles use it daily, the ministry said.</p>",
    );
    let body = Body::from_html_keeping_ids(
        "<p>Tolls on the bridge fall by 20 per cent.</p><p>38,000 vehicles use it daily, the ministry said.</p><p>More.</p>", &previous).body;
    assert_eq!(body.blocks[0].id, previous.blocks[0].id);
    assert_eq!(body.blocks[1].id, previous.blocks[1].id);
}

#[test]
fn a_copy_pasted_above_its_original_gets_the_new_id() {
    let previous = read("<p id=b-a1>one</p>");
    let html = "<p id=b-a1>one, as an opening</p><p id=b-a1>one</p>";
    let body = Body::from_html_keeping_ids(html, &previous).body;
    assert_eq!(body.blocks[1].id.as_str(), "a1");
    assert_ne!(body.blocks[0].id.as_str(), "a1");
}

#[test]
fn a_dateline_runs_into_the_first_paragraph() {
    let write = |html: &str| {
        let rendering =
            Rendering { lead_in: "<b>Baku</b> — ", ids: story_body::Ids::LeftOut, ..Rendering::default() };
        read(html).to_html(&rendering).replace('\n', "")
    };
    assert_eq!(write("<p>one</p><p>two</p>"), "<p><b>Baku</b> — one</p><p>two</p>");
    assert_eq!(write("<h2>one</h2><p>two</p>"), "<p><b>Baku</b> — </p><h2>one</h2><p>two</p>");
    assert_eq!(write(""), "");
}

#[test]
fn paragraphs_of_old_content_systems_are_parted_by_empty_lines() {
    let html = "One <b>bold</b>\r\nline\n\nTwo\n <i>goes</i> on.\n<ul>\n<li>a\nb</li>\n</ul>\nThree\n\n\n<p>four</p>";
    let body = Body::from_html_by_lines(html).body;
    let written = body.to_html(&Rendering { ids: story_body::Ids::LeftOut, ..Rendering::default() });
    let expected = "<p>One <strong>bold</strong><br>line</p><p>Two<br><em>goes</em> on.</p><ul><li>a b</li></ul>\
                    <p>Three</p><p>four</p>";
    assert_eq!(written.replace('\n', ""), expected);
}

#[test]
fn words_beside_the_picture_of_a_figure_are_its_caption() {
    let html = "<figure><img src=a.jpg><p>The <b>port</b></p></figure>";
    assert_eq!(
        pass(html),
        "<figure><img src=\"a.jpg\" alt=\"\"><figcaption>The <strong>port</strong></figcaption></figure>"
    );
}
