//! A picture in grey.

use std::io::Cursor;

/// Rows of brightness, 0 black to 255 white.
pub struct Grey {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Row after row.
    pub pixels: Vec<u8>,
}

impl Grey {
    /// The same brightness everywhere.
    pub fn filled(width: usize, height: usize, brightness: u8) -> Grey {
        Grey { width, height, pixels: vec![brightness; width * height] }
    }

    /// Brightness at a place; paper outside.
    pub fn at(&self, x: isize, y: isize) -> u8 {
        match (usize::try_from(x), usize::try_from(y)) {
            (Ok(x), Ok(y)) if x < self.width && y < self.height => self.pixels[y * self.width + x],
            _ => 255,
        }
    }

    /// Brightness between pixels, bilinear.
    pub fn between(&self, x: f32, y: f32) -> u8 {
        let (left, top) = (x.floor(), y.floor());
        let (right, down) = (x - left, y - top);
        let at = |dx: isize, dy: isize| f32::from(self.at(left as isize + dx, top as isize + dy));
        let upper = at(0, 0) * (1.0 - right) + at(1, 0) * right;
        let lower = at(0, 1) * (1.0 - right) + at(1, 1) * right;
        (upper * (1.0 - down) + lower * down).round() as u8
    }

    /// Reads a PNG with a palette or in colour (ITU-R BT.601 luma).
    pub fn read(png: &[u8]) -> Result<Grey, Box<dyn std::error::Error>> {
        let mut decoder = png::Decoder::new(Cursor::new(png));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info()?;
        let mut bytes = vec![0; reader.output_buffer_size().ok_or("a picture too large")?];
        let frame = reader.next_frame(&mut bytes)?;
        let luma =
            |rgb: &[u8]| (u32::from(rgb[0]) * 299 + u32::from(rgb[1]) * 587 + u32::from(rgb[2]) * 114) / 1000;
        let pixels = bytes[..frame.buffer_size()].chunks_exact(3).map(|rgb| luma(rgb) as u8).collect();
        Ok(Grey { width: frame.width as usize, height: frame.height as usize, pixels })
    }

    /// Writes an eight-bit grey PNG.
    pub fn write(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_compression(png::Compression::Fast);
        encoder.write_header()?.write_image_data(&self.pixels)?;
        Ok(bytes)
    }
}
