//! JSON cut into its objects, without reading them: lines, a list, one object, or any mixture.

use std::io::BufRead;

use super::open::said;

/// Bytes of one object.
const LONGEST_OBJECT: usize = 32 << 20;

/// One object, or what stands in its place.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// The text of an object and the line it begins on.
    Object(u64, Vec<u8>),
    /// Something that is none, and why.
    Bad(u64, String),
}

/// Reads pieces one by one, whatever stands between them.
pub struct Splitter<R> {
    bytes: R,
    line: u64,
    ended: bool,
}

impl<R: BufRead> Splitter<R> {
    /// Begins at line 1.
    pub fn new(bytes: R) -> Splitter<R> {
        Splitter { bytes, line: 1, ended: false }
    }

    /// The next byte, not taken.
    fn peek(&mut self) -> Result<Option<u8>, String> {
        self.bytes.fill_buf().map(|bytes| bytes.first().copied()).map_err(|error| said(&error))
    }

    /// Goes to the next object; `false` at the end. Only commas, brackets and space may stand between objects.
    fn seek(&mut self) -> Result<bool, String> {
        while let Some(byte) = self.peek()? {
            match byte {
                b'{' => return Ok(true),
                b'\n' => self.line += 1,
                b' ' | b'\t' | b'\r' | b',' | b'[' | b']' => {}
                _ => return Err("is not a JSON object".to_owned()),
            }
            self.bytes.consume(1);
        }
        Ok(false)
    }

    /// Reads from `{` to the `}` that closes it. A line may not end inside a text, so that an object that is cut off
    /// does not take its neighbours with it.
    fn object(&mut self) -> Result<Vec<u8>, String> {
        let mut object = Vec::with_capacity(2048);
        let (mut depth, mut in_text, mut escaped) = (0usize, false, false);
        loop {
            let bytes = self.bytes.fill_buf().map_err(|error| said(&error))?;
            if bytes.is_empty() {
                return Err("the file ends inside an object".to_owned());
            }
            let mut end = None;
            for (place, byte) in bytes.iter().enumerate() {
                match byte {
                    b'\n' if in_text => {
                        let place = place.max(1);
                        object.clear();
                        self.bytes.consume(place - 1);
                        return Err("a line ends inside a text".to_owned());
                    }
                    b'\n' => self.line += 1,
                    _ if escaped => escaped = false,
                    b'\\' if in_text => escaped = true,
                    b'"' => in_text = !in_text,
                    b'{' if !in_text => depth += 1,
                    b'}' if !in_text => {
                        depth -= 1;
                        if depth == 0 {
                            end = Some(place + 1);
                            break;
                        }
                    }
                    _ => {}
                }
            }
            let taken = end.unwrap_or(bytes.len());
            object.extend_from_slice(&bytes[..taken]);
            self.bytes.consume(taken);
            if end.is_some() {
                return Ok(object);
            }
            if object.len() > LONGEST_OBJECT {
                return Err(format!("an object is longer than {LONGEST_OBJECT} bytes"));
            }
        }
    }

    /// Passes over the rest of the line, and over the lines that do not begin an object.
    fn skip_to_object(&mut self) -> Result<(), String> {
        let mut at_start = false;
        while let Some(byte) = self.peek()? {
            match byte {
                b'{' if at_start => return Ok(()),
                b'\n' => {
                    self.line += 1;
                    at_start = true;
                }
                b' ' | b'\t' | b'\r' | b',' | b'[' | b']' => {}
                _ => at_start = false,
            }
            self.bytes.consume(1);
        }
        Ok(())
    }
}

impl<R: BufRead> Iterator for Splitter<R> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if self.ended {
            return None;
        }
        let began = self.seek();
        let line = self.line;
        let object = match began {
            Ok(false) => {
                self.ended = true;
                return None;
            }
            Ok(true) => self.object(),
            Err(reason) => Err(reason),
        };
        Some(match object {
            Ok(object) => Piece::Object(line, object),
            Err(reason) => {
                self.ended = self.skip_to_object().is_err();
                Piece::Bad(line, reason)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn pieces(json: &str) -> Vec<(u64, Result<String, String>)> {
        // A small buffer, so that objects run over its end.
        Splitter::new(BufReader::with_capacity(5, json.as_bytes()))
            .map(|piece| match piece {
                Piece::Object(line, object) => (line, Ok(String::from_utf8(object).expect("UTF-8"))),
                Piece::Bad(line, reason) => (line, Err(reason)),
            })
            .collect()
    }

    fn object(line: u64, text: &str) -> (u64, Result<String, String>) {
        (line, Ok(text.to_owned()))
    }

    #[test]
    fn lines_lists_and_single_objects_are_cut_alike() {
        assert_eq!(pieces("{\"a\":1}\n\n{\"b\":2}\n"), [object(1, "{\"a\":1}"), object(3, "{\"b\":2}")]);
        assert_eq!(
            pieces("[{\"a\":{}},\n {\"b\":\"}\\\"\"}]"),
            [object(1, "{\"a\":{}}"), object(2, "{\"b\":\"}\\\"\"}")]
        );
        assert_eq!(pieces("{\n\"a\":\n1}"), [object(1, "{\n\"a\":\n1}")]);
        assert_eq!(pieces(""), []);
    }

    #[test]
    fn an_object_cut_off_does_not_take_its_neighbours_with_it() {
        let found = pieces("{\"a\":1}\n{\"b\":\"cut o\n{\"c\":3}\n");
        assert_eq!(found[0], object(1, "{\"a\":1}"));
        assert_eq!(found[1], (2, Err("a line ends inside a text".to_owned())));
        assert_eq!(found[2], object(3, "{\"c\":3}"));
        let found = pieces("{\"a\":1}\nhello\n{\"c\":3}");
        assert_eq!(found[1], (2, Err("is not a JSON object".to_owned())));
        assert_eq!(found[2], object(3, "{\"c\":3}"));
        assert_eq!(pieces("{\"a\":1").last(), Some(&(1, Err("the file ends inside an object".to_owned()))));
    }
}
