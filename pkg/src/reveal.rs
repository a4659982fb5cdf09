//! A decoded message as JavaScript gets it.

use js_sys::Object;
use tamis::Report;
use wasm_bindgen::prelude::*;

use crate::{numbers::short, offsets::Utf16Offsets};

#[wasm_bindgen]
extern "C" {
    /// `Reveal` in `js/types.ts`, and which finding it belongs to.
    #[derive(Clone, Debug)]
    #[wasm_bindgen(extends = Object)]
    pub type Reveal;

    #[wasm_bindgen(method, setter)]
    fn set_finding(this: &Reveal, finding: u32);

    #[wasm_bindgen(method, setter)]
    fn set_text(this: &Reveal, text: &str);

    #[wasm_bindgen(method, setter)]
    fn set_chain(this: &Reveal, chain: Vec<String>);

    #[wasm_bindgen(method, setter)]
    fn set_share(this: &Reveal, share: f64);

    #[wasm_bindgen(method, setter, js_name = utf16Span)]
    fn set_utf16_span(this: &Reveal, span: Vec<u32>);
}

impl Reveal {
    pub(crate) fn all_of(report: &Report<'_>, offsets: &Utf16Offsets) -> Vec<Self> {
        let numbered = (0..).zip(report.findings());
        numbered
            .filter_map(|(finding, found)| {
                let reveal = found.reveal()?;
                let chain = reveal.chain().iter().map(|&step| step.to_owned());
                let object: Self = Object::new().unchecked_into();
                object.set_finding(finding);
                object.set_text(reveal.text());
                object.set_chain(chain.collect());
                object.set_share(short(reveal.share()));
                object.set_utf16_span(offsets.span(&reveal.byte_span()).to_vec());
                Some(object)
            })
            .collect()
    }
}
