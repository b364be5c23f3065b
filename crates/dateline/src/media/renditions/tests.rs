//! What the public gets, looked at as a browser does.

use image::{GenericImageView, ImageFormat};

use super::*;
use crate::media::{clean_original, read_fields, samples, sniff};

const RED: [u8; 3] = [220, 20, 20];
const GREEN: [u8; 3] = [20, 200, 20];
const BLUE: [u8; 3] = [20, 20, 220];
const WHITE: [u8; 3] = [240, 240, 240];

fn rights() -> Rights {
    Rights {
        caption: Some("The <bridge> & the strait".to_owned()),
        creators: vec!["Jonas Vey".to_owned()],
        credit: Some("ARNA".to_owned()),
        copyright: Some("© ARNA".to_owned()),
        usage_terms: Some("Content must be hyperlinked when used.".to_owned()),
        digital_source: Some("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture".to_owned()),
        ..Rights::default()
    }
}

fn kind_of(format: Format) -> MediaKind {
    if format == Format::Jpeg { MediaKind::Jpeg } else { MediaKind::Webp }
}

/// The colours in the middle of each quarter: left upper, right upper, left lower, right lower.
fn quarters(bytes: &[u8]) -> [[u8; 3]; 4] {
    let seen = image::load_from_memory(bytes).expect("a picture");
    let at = |x: u32, y: u32| {
        let [red, green, blue, _] = seen.get_pixel(seen.width() * x / 4, seen.height() * y / 4).0;
        [red, green, blue]
    };
    [at(1, 1), at(3, 1), at(1, 3), at(3, 3)]
}

fn assert_near(seen: [[u8; 3]; 4], expected: [[u8; 3]; 4], what: &str) {
    for (seen, expected) in seen.iter().flatten().zip(expected.iter().flatten()) {
        assert!(seen.abs_diff(*expected) <= 24, "{what}: {seen} for {expected}");
    }
}

fn original() -> Vec<u8> {
    samples::encode(&samples::corners(1400, 700), ImageFormat::Jpeg)
}

#[test]
fn widths_never_exceed_the_picture() {
    assert_eq!(widths_of(5000), [320, 640, 960, 1280, 1920]);
    assert_eq!(widths_of(1920), [320, 640, 960, 1280, 1920]);
    assert_eq!(widths_of(1000), [320, 640, 1000]);
    assert_eq!(widths_of(330), [330]);
    assert_eq!(widths_of(40), [40]);
    assert_eq!(widths_of(1), [1]);
}

#[test]
fn every_rendition_has_its_stated_size() {
    let plate = Plate::develop(MediaKind::Jpeg, &original(), Orientation::UPRIGHT).expect("developed");
    let listed = |format| -> Vec<(String, u32, u32)> {
        let renditions = plate.print(format, FocalPoint::USUAL, &rights()).expect("printed");
        for rendition in &renditions {
            let seen = sniff(&rendition.bytes).expect("a picture of ours is taken again");
            assert_eq!(seen.size, Some((rendition.width, rendition.height)));
            assert_eq!(seen.kind, kind_of(format));
        }
        renditions
            .into_iter()
            .map(|rendition| (rendition.name.to_string(), rendition.width, rendition.height))
            .collect()
    };
    let named = |names: &[(&str, u32, u32)]| -> Vec<(String, u32, u32)> {
        names.iter().map(|(name, width, height)| ((*name).to_owned(), *width, *height)).collect()
    };
    assert_eq!(
        listed(Format::Jpeg),
        named(&[
            ("1400.jpg", 1400, 700),
            ("960.jpg", 960, 480),
            ("640.jpg", 640, 320),
            ("320.jpg", 320, 160),
            ("card.jpg", 1200, 630),
            ("thumb.jpg", 160, 160),
        ])
    );
    assert_eq!(
        listed(Format::Webp),
        named(&[
            ("1400.webp", 1400, 700),
            ("960.webp", 960, 480),
            ("640.webp", 640, 320),
            ("320.webp", 320, 160),
            ("thumb.webp", 160, 160),
        ])
    );
}

#[test]
fn avif_is_written_when_wanted() {
    let small = samples::encode(&samples::corners(60, 40), ImageFormat::Png);
    let plate = Plate::develop(MediaKind::Png, &small, Orientation::UPRIGHT).expect("developed");
    let printed = plate.print(Format::Avif, FocalPoint::USUAL, &rights()).expect("printed");
    assert_eq!(printed.len(), 1);
    assert_eq!(printed[0].bytes.get(4..12), Some(b"ftypavif".as_slice()));
    assert!(printed[0].bytes.windows(9).any(|window| window == b"Jonas Vey"));
}

#[test]
fn each_of_the_eight_orientations_stands_upright() {
    let upright = [RED, GREEN, BLUE, WHITE];
    // Where the quarters of the stored picture are seen: by the definition of the tag.
    let seen = [
        (1, upright),
        (2, [GREEN, RED, WHITE, BLUE]),
        (3, [WHITE, BLUE, GREEN, RED]),
        (4, [BLUE, WHITE, RED, GREEN]),
        (5, [RED, BLUE, GREEN, WHITE]),
        (6, [BLUE, RED, WHITE, GREEN]),
        (7, [WHITE, GREEN, BLUE, RED]),
        (8, [GREEN, WHITE, RED, BLUE]),
    ];
    let stored = samples::encode(&samples::corners(80, 40), ImageFormat::Png);
    for (number, expected) in seen {
        let orientation = Orientation::from_exif(number).expect("an orientation");
        let plate = Plate::develop(MediaKind::Png, &stored, orientation).expect("developed");
        let printed = plate.print(Format::Jpeg, FocalPoint::USUAL, &rights()).expect("printed");
        assert_eq!((printed[0].width, printed[0].height), orientation.upright((80, 40)), "{number}");
        assert_near(quarters(&printed[0].bytes), expected, &number.to_string());
    }
}

#[test]
fn crops_follow_the_focal_point() {
    let plate = Plate::develop(MediaKind::Jpeg, &original(), Orientation::UPRIGHT).expect("developed");
    let thumb = |x, y| {
        let focal = FocalPoint::new(x, y).expect("a focal point");
        let printed = plate.print(Format::Jpeg, focal, &rights()).expect("printed");
        printed
            .into_iter()
            .find(|rendition| rendition.name == MediaName::Thumb(Format::Jpeg))
            .expect("a thumb")
            .bytes
    };
    assert_near(quarters(&thumb(0.0, 0.5)), [RED, RED, BLUE, BLUE], "left");
    assert_near(quarters(&thumb(1.0, 0.5)), [GREEN, GREEN, WHITE, WHITE], "right");
    assert_near(quarters(&thumb(0.5, 0.5)), [RED, GREEN, BLUE, WHITE], "middle");
}

#[test]
fn renditions_of_sample_photographs_keep_rights_and_lose_places_and_serials() {
    for (index, (name, bytes)) in samples::photographs().into_iter().enumerate() {
        let kind = sniff(&bytes).expect("taken").kind;
        let fields = read_fields(kind, &bytes);
        let rights = Rights::from(&fields);
        let mut public: Vec<(MediaKind, Vec<u8>)> = Vec::new();
        // Encoders take their time without optimisation: every eighth file is printed, every one cleaned.
        if index % 8 == 0 {
            let plate = Plate::develop(kind, &bytes, fields.orientation)
                .unwrap_or_else(|reason| panic!("{name}: {reason}"));
            for format in [Format::Jpeg, Format::Webp] {
                let printed = plate.print(format, FocalPoint::USUAL, &rights).expect("printed");
                public
                    .extend(printed.into_iter().map(|rendition| (kind_of(format), rendition.bytes)).take(1));
            }
        }
        public.extend(clean_original(kind, &bytes, fields.orientation, &rights).map(|clean| (kind, clean)));
        for (kind, bytes) in public {
            sniff(&bytes).unwrap_or_else(|reason| panic!("{name}: {reason}"));
            let left = read_fields(kind, &bytes);
            assert!(!left.has_position && !left.has_serials, "{name}");
            assert_eq!(Rights::from(&left).creators, rights.creators, "{name}");
            assert_eq!(left.copyright, fields.copyright, "{name}");
            assert_eq!(
                (left.credit, left.usage_terms),
                (fields.credit.clone(), fields.usage_terms.clone()),
                "{name}"
            );
            assert_eq!((left.city, left.keywords.len(), left.created), (None, 0, None), "{name}");
            let text = String::from_utf8_lossy(&bytes);
            for private in ["NIKON", "Canon", "iPhone", "GPS", "8BIM"] {
                assert!(!text.contains(private), "{name}: {private}");
            }
        }
    }
}

#[test]
fn every_sample_photograph_can_be_developed() {
    for (name, bytes) in samples::photographs() {
        let kind = sniff(&bytes).expect("taken").kind;
        let orientation = read_fields(kind, &bytes).orientation;
        let plate =
            Plate::develop(kind, &bytes, orientation).unwrap_or_else(|reason| panic!("{name}: {reason}"));
        let upright = orientation.upright(sniff(&bytes).expect("taken").size.expect("a size"));
        assert_eq!(plate.full_width, upright.0, "{name}");
    }
}

#[test]
fn a_cleaned_original_shows_the_same_pixels() {
    for (format, kind) in [
        (ImageFormat::Jpeg, MediaKind::Jpeg),
        (ImageFormat::Png, MediaKind::Png),
        (ImageFormat::Gif, MediaKind::Gif),
        (ImageFormat::WebP, MediaKind::Webp),
    ] {
        let bytes = samples::file(format);
        let turned = Orientation::from_exif(6).expect("an orientation");
        let clean = clean_original(kind, &bytes, turned, &rights()).expect("cleaned");
        let pixels = |bytes: &[u8]| image::load_from_memory(bytes).expect("a picture").into_rgb8().into_raw();
        assert!(pixels(&clean) == pixels(&bytes), "{kind}");
        assert_eq!(sniff(&clean).map(|sniffed| sniffed.kind), Ok(kind));
        if kind != MediaKind::Gif {
            let fields = read_fields(kind, &clean);
            assert_eq!(fields.orientation, turned, "{kind}");
            assert_eq!(Rights::from(&fields), rights(), "{kind}");
        }
    }
}

#[test]
fn a_cleaned_video_loses_its_place_and_keeps_its_length() {
    let video = samples::mp4(b"isom", &[b"vide", b"soun"]);
    let clean = clean_original(MediaKind::Mp4, &video, Orientation::UPRIGHT, &rights()).expect("cleaned");
    assert_eq!(clean.len(), video.len());
    assert!(!clean.windows(8).any(|window| window == b"+40.4093"));
    assert_eq!(sniff(&clean), sniff(&video));
}

#[test]
fn transparency_is_white_in_jpeg_and_stays_in_webp() {
    let glass = image::RgbaImage::from_pixel(64, 64, image::Rgba([200, 0, 0, 0]));
    let png = samples::encode(&DynamicImage::ImageRgba8(glass), ImageFormat::Png);
    let plate = Plate::develop(MediaKind::Png, &png, Orientation::UPRIGHT).expect("developed");
    let jpeg = plate.print(Format::Jpeg, FocalPoint::USUAL, &Rights::default()).expect("printed");
    assert_near(quarters(&jpeg[0].bytes), [[255; 3]; 4], "JPEG");
    let webp = plate.print(Format::Webp, FocalPoint::USUAL, &rights()).expect("printed");
    let seen = image::load_from_memory(&webp[0].bytes).expect("a picture");
    assert_eq!(seen.get_pixel(32, 32).0[3], 0);
}

#[test]
fn a_cmyk_photograph_gets_renditions() {
    let mut ink = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut ink, 90);
    // No ink but cyan: paper without red.
    let pixels = [255_u8, 0, 0, 0].repeat(64 * 64);
    encoder.encode(&pixels, 64, 64, jpeg_encoder::ColorType::Cmyk).expect("encoded");
    assert_eq!(sniff(&ink).map(|sniffed| sniffed.kind), Ok(MediaKind::Jpeg));
    let plate = Plate::develop(MediaKind::Jpeg, &ink, Orientation::UPRIGHT).expect("developed");
    let printed = plate.print(Format::Jpeg, FocalPoint::USUAL, &rights()).expect("printed");
    let [red, green, blue] = quarters(&printed[0].bytes)[0];
    assert!(red < 60 && green > 100 && blue > 150, "{red} {green} {blue}");
}

#[test]
fn colours_of_a_wide_profile_come_out_as_they_were_seen() {
    let mut file = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut file, 95);
    let profile = moxcms::ColorProfile::new_adobe_rgb().encode().expect("a profile");
    encoder.add_icc_profile(&profile).expect("a profile fits");
    encoder.encode(&[100, 200, 100].repeat(64 * 64), 64, 64, jpeg_encoder::ColorType::Rgb).expect("encoded");
    let plate = Plate::develop(MediaKind::Jpeg, &file, Orientation::UPRIGHT).expect("developed");
    let printed = plate.print(Format::Jpeg, FocalPoint::USUAL, &rights()).expect("printed");
    // The green of Adobe RGB is stronger than sRGB can say: its red falls.
    let [red, green, _] = quarters(&printed[0].bytes)[0];
    assert!(red < 60 && green.abs_diff(201) < 12, "{red} {green}");
}

#[test]
fn a_broken_picture_is_refused_with_the_reason() {
    let mut png = samples::file(ImageFormat::Png);
    let data = png.windows(4).position(|window| window == b"IDAT").expect("data");
    png.truncate(data + 8);
    let refused = Plate::develop(MediaKind::Png, &png, Orientation::UPRIGHT).expect_err("refused");
    assert!(refused.to_string().starts_with("this PNG is damaged: "), "{refused}");
    let refused =
        Plate::develop(MediaKind::Mp3, &samples::mp3(3), Orientation::UPRIGHT).expect_err("refused");
    assert_eq!(refused.to_string(), "MP3 is no picture");
}
