//! What is taken and what is refused, and with which words.

use std::time::Duration;

use image::ImageFormat;
use proptest::prelude::*;

use super::container::{jpeg, png};
use super::*;

const FORMATS: [(ImageFormat, MediaKind); 5] = [
    (ImageFormat::Jpeg, MediaKind::Jpeg),
    (ImageFormat::Png, MediaKind::Png),
    (ImageFormat::Gif, MediaKind::Gif),
    (ImageFormat::WebP, MediaKind::Webp),
    (ImageFormat::Tiff, MediaKind::Tiff),
];

fn refusal(bytes: &[u8]) -> String {
    sniff(bytes).expect_err("a refusal").to_string()
}

#[test]
fn pictures_are_known_by_their_content() {
    for (format, kind) in FORMATS {
        let sniffed = sniff(&samples::file(format)).expect("a picture");
        assert_eq!(sniffed, Sniffed { kind, size: Some((40, 30)), frames: 1, duration: None });
    }
}

#[test]
fn video_and_sound_are_known_with_their_length() {
    let seconds = |bytes: &[u8]| {
        let sniffed = sniff(bytes).expect("a recording");
        (sniffed.kind, sniffed.size, sniffed.duration.map(|duration| duration.as_millis()))
    };
    let video = samples::mp4(b"isom", &[b"vide", b"soun"]);
    assert_eq!(seconds(&video), (MediaKind::Mp4, Some((640, 360)), Some(12_500)));
    assert_eq!(seconds(&samples::mp4(b"M4A ", &[b"soun"])), (MediaKind::M4a, None, Some(12_500)));
    assert_eq!(seconds(&samples::mp4(b"isom", &[b"soun"])), (MediaKind::M4a, None, Some(12_500)));
    assert_eq!(seconds(&samples::webm()), (MediaKind::Webm, Some((320, 180)), Some(2500)));
    assert_eq!(seconds(&samples::mp3(100)), (MediaKind::Mp3, None, Some(2612)));
    assert_eq!(seconds(&samples::wav()), (MediaKind::Wav, None, Some(1000)));
    assert_eq!(seconds(&samples::opus()), (MediaKind::Ogg, None, Some(3000)));
}

#[test]
fn an_mp3_is_known_between_its_tags() {
    let tag = [b"ID3\x04\0\0\0\0\x01\x00".as_slice(), &[0; 128]].concat();
    let ending = [b"TAG".as_slice(), &[0; 125]].concat();
    let sniffed = sniff(&[tag, samples::mp3(10), ending].concat()).expect("an MP3");
    assert_eq!(sniffed.kind, MediaKind::Mp3);
    assert!(sniffed.duration.is_some_and(|duration| duration < Duration::from_millis(262)));
}

#[test]
fn captions_are_text_and_nothing_else() {
    let captions = "WEBVTT\n\n00:00.000 --> 00:02.500\nBakı, iyulun 18-i\n";
    assert_eq!(sniff(captions.as_bytes()).map(|sniffed| sniffed.kind), Ok(MediaKind::Vtt));
    assert!(refusal(b"WEBVTT\n\n\xff\xfe").contains("not written in UTF-8"));
    assert!(refusal(b"WEBVTTX\n").contains("unknown kind"));
}

#[test]
fn what_is_not_taken_is_named() {
    let avif = [b"\0\0\0\x1cftypavif\0\0\0\0".as_slice(), b"avifmif1miaf"].concat();
    let heic = [b"\0\0\0\x18ftypheic\0\0\0\0".as_slice(), b"mif1heic"].concat();
    let cases: [(&[u8], &str); 10] = [
        (b"", "the file is empty"),
        (
            b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>",
            "an SVG picture, which can hold scripts",
        ),
        (b"  <!DOCTYPE html><p>", "an HTML page"),
        (b"PK\x03\x04........", "a ZIP archive"),
        (b"%PDF-1.7", "a PDF"),
        (b"#!/bin/sh\nrm -rf /", "a program"),
        (b"BM......", "a BMP picture"),
        (b"good evening", "a file of an unknown kind"),
        (&avif, "an AVIF picture"),
        (&heic, "an HEIC picture"),
    ];
    for (bytes, words) in cases {
        assert!(refusal(bytes).contains(words), "{:?} → {}", String::from_utf8_lossy(bytes), refusal(bytes));
    }
}

#[test]
fn something_appended_is_refused() {
    let zip = [b"PK\x05\x06".as_slice(), &[0; 18]].concat();
    let hidden: [(&[u8], &str); 7] = [
        (&zip, "a ZIP archive"),
        (b"PK\x03\x04\x14\0\0\0", "a ZIP archive"),
        (b"Rar!\x1a\x07\x01\0", "a RAR archive"),
        (b"\n<ScRipt>alert(1)</script>", "a script"),
        (b"<?php system($_GET['c']);", "a PHP script"),
        (b"\n#!/bin/sh\nid\n", "a program"),
        (b"%PDF-1.4 ", "a PDF"),
    ];
    for (format, kind) in FORMATS.into_iter().filter(|(_, kind)| *kind != MediaKind::Tiff) {
        for (bytes, words) in hidden {
            let file = [samples::file(format), bytes.to_vec()].concat();
            assert_eq!(sniff(&file), Err(Refused::Polyglot { kind, hidden: words }));
        }
    }
    let video = [samples::mp4(b"isom", &[b"vide"]), zip.clone()].concat();
    assert_eq!(sniff(&video), Err(Refused::Polyglot { kind: MediaKind::Mp4, hidden: "a ZIP archive" }));
    let tiff = [samples::file(ImageFormat::Tiff), zip].concat();
    assert_eq!(sniff(&tiff), Err(Refused::Polyglot { kind: MediaKind::Tiff, hidden: "a ZIP archive" }));
}

#[test]
fn something_in_the_comments_is_refused() {
    let script = b"*/=1;<script src=//x></script>";
    let commented = samples::with_segment(&samples::file(ImageFormat::Jpeg), jpeg::COMMENT, script);
    assert!(refusal(&commented).contains("a script"));
    let png = samples::file(ImageFormat::Png);
    let text = png::chunk(b"tEXt", b"Comment\0<?php eval($_POST[0]);");
    let texted = [&png[..33], &text, &png[33..]].concat();
    assert!(refusal(&texted).contains("a PHP script"));
    let gif = samples::file(ImageFormat::Gif);
    let gif = [&gif[..gif.len() - 1], b"\x21\xFE\x0f<html><script>x\0;"].concat();
    assert!(refusal(&gif).contains("a script"));
}

#[test]
fn a_second_picture_behind_the_first_belongs_to_it() {
    let picture = samples::file(ImageFormat::Jpeg);
    let two = [picture.as_slice(), &[0; 7], &picture].concat();
    assert_eq!(sniff(&two).map(|sniffed| sniffed.size), Ok(Some((40, 30))));
}

#[test]
fn stated_sizes_are_bounded_before_anything_is_decoded() {
    let mut png = samples::file(ImageFormat::Png);
    let header = [20_000_u32.to_be_bytes(), 20_000_u32.to_be_bytes()].concat();
    let bomb = [&header, &png[24..29]].concat();
    png.splice(8..33, png::chunk(b"IHDR", &bomb));
    assert_eq!(
        sniff(&png),
        Err(Refused::TooLarge { kind: MediaKind::Png, width: 20_000, height: 20_000, frames: 1 })
    );
    let mut gif = samples::file(ImageFormat::Gif);
    gif[6..10].copy_from_slice(&[0xFF, 0xFF, 1, 0]);
    assert!(refusal(&gif).contains("65535 × 1 pixels"));
    gif[6..10].copy_from_slice(&[0, 0, 1, 0]);
    assert!(refusal(&gif).contains("no width or no height"));
}

#[test]
fn an_animation_is_bounded_as_a_whole() {
    let gif = samples::file(ImageFormat::Gif);
    let walked = container::gif::walk(&gif).expect("a GIF");
    let frame = &gif[walked.blocks.last().expect("a frame").whole.clone()];
    let mut many = [&gif[..walked.body], &frame.repeat(600), b";"].concat();
    assert_eq!(sniff(&many).map(|sniffed| sniffed.frames), Ok(600));
    many[6..10].copy_from_slice(&[0, 4, 0, 4]);
    assert!(refusal(&many).contains("600 frame"));
}

#[test]
fn a_cut_file_is_refused_wherever_it_is_cut() {
    let kinds = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP];
    for whole in
        kinds.map(samples::file).into_iter().chain([samples::wav(), samples::mp4(b"isom", &[b"vide"])])
    {
        for end in [12, 20, whole.len() / 2, whole.len() - 1] {
            assert!(sniff(&whole[..end]).is_err(), "{} of {}", end, whole.len());
        }
    }
    let jpeg = samples::file(ImageFormat::Jpeg);
    assert_eq!(sniff(&jpeg[..jpeg.len() - 2]), Err(Refused::CutShort { kind: MediaKind::Jpeg }));
}

#[test]
fn a_changed_byte_of_a_png_is_noticed() {
    let mut png = samples::file(ImageFormat::Png);
    png[50] ^= 1;
    assert!(refusal(&png).contains("does not agree with its checksum"));
}

#[test]
fn every_sample_photograph_is_taken() {
    for (name, bytes) in samples::photographs() {
        let sniffed = sniff(&bytes).unwrap_or_else(|reason| panic!("{name}: {reason}"));
        assert_eq!(sniffed.kind.nature(), Nature::Picture, "{name}");
    }
}

proptest! {
    #[test]
    fn any_bytes_get_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..600), which in 0..9_usize) {
        const BEGINNINGS: [&[u8]; 9] = [
            b"", b"\xFF\xD8\xFF\xE0", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\x60\0\0\0WEBP", b"MM\0*\0\0\0\x08",
            b"\0\0\0\x10ftypisom\0\0\0\0", b"\x1a\x45\xdf\xa3\x84\x42\x82\x81w\x18\x53\x80\x67", b"OggS",
        ];
        let _ = sniff(&[BEGINNINGS[which], &bytes].concat());
    }

    #[test]
    fn a_damaged_file_gets_an_answer(which in 0..8_usize, at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = match which {
            0 => samples::mp4(b"isom", &[b"vide", b"soun"]),
            1 => samples::webm(),
            2 => samples::mp3(4),
            other => samples::file(FORMATS[other - 3].0),
        };
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = sniff(&bytes);
    }
}
