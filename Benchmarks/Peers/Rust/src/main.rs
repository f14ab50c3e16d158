//! Rust's word boundaries: peers CRATE FILE ROUNDS, with CRATE unicode-segmentation or bstr.
//!
//! Rounds are those of `C/rounds.h`.

use bstr::ByteSlice;
use std::time::Instant;
use std::{env, fs, io, process};
use unicode_segmentation::UnicodeSegmentation;

fn unavailable(reason: &str) -> ! {
    eprintln!("{reason}");
    process::exit(2)
}

fn count_words_of_str(text: &str) -> usize {
    text.split_word_bounds().count()
}

fn count_words_of_bytes(text: &str) -> usize {
    text.as_bytes().words_with_breaks().count()
}

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let [_, name, file, rounds] = arguments.as_slice() else {
        unavailable("usage: peers CRATE FILE ROUNDS")
    };
    let body = match name.as_str() {
        "unicode-segmentation" => count_words_of_str,
        "bstr" => count_words_of_bytes,
        _ => unavailable("CRATE is unicode-segmentation or bstr"),
    };
    let text = fs::read_to_string(file).unwrap_or_else(|error| unavailable(&error.to_string()));
    for _ in 0..rounds.parse().unwrap_or(0) {
        let _ = io::stdin().read_line(&mut String::new());
        let count = body(&text);
        let mut passes = 0;
        let start = Instant::now();
        while start.elapsed().as_secs_f64() < 0.05 {
            if body(&text) != count {
                unavailable("two passes count differently")
            }
            passes += 1;
        }
        let seconds = start.elapsed().as_secs_f64() / passes as f64;
        println!(
            "{{\"peer\": \"{name}\", \"seconds\": {seconds:.9}, \"count\": {count}, \
             \"bytes\": {}, \"passes\": {passes}}}",
            text.len()
        );
    }
}
