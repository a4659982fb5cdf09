//! A reason for risk as JavaScript gets it.

use js_sys::Object;
use tamis::Report;
use wasm_bindgen::prelude::*;

use crate::{numbers::short, offsets::Utf16Offsets};

#[wasm_bindgen]
extern "C" {
    /// `Signal` in `js/types.ts`.
    #[derive(Clone, Debug)]
    #[wasm_bindgen(extends = Object)]
    pub type Signal;

    #[wasm_bindgen(method, setter)]
    fn set_id(this: &Signal, id: &str);

    #[wasm_bindgen(method, setter)]
    fn set_why(this: &Signal, why: &str);

    #[wasm_bindgen(method, setter, js_name = utf16Span)]
    fn set_utf16_span(this: &Signal, span: Vec<u32>);

    #[wasm_bindgen(method, setter)]
    fn set_weight(this: &Signal, weight: f64);
}

impl Signal {
    pub(crate) fn all_of(report: &Report<'_>, offsets: &Utf16Offsets) -> Vec<Self> {
        let signals = report.risk().signals().iter();
        signals
            .map(|signal| {
                let object: Self = Object::new().unchecked_into();
                object.set_id(signal.id());
                object.set_why(signal.why());
                object.set_utf16_span(offsets.span(&signal.byte_span()).to_vec());
                object.set_weight(short(signal.weight()));
                object
            })
            .collect()
    }
}
