//! Pictures as SVG: one style for the page and for a picture by itself.

mod frame;
mod reliability;
mod roc;
mod scale;

pub(crate) use reliability::{Panel, reliability};
pub(crate) use roc::{Range, roc};

use maud::{Markup, PreEscaped, html};

/// The colours and strokes of every picture, in light and in dark.
pub(crate) const STYLE: &str = "\
.plot{font:13px system-ui,'Noto Sans',sans-serif}
.plot .paper{fill:#fffdf9}
.plot text{fill:#2a2521}
.plot .quiet{fill:#675e54}
.plot .small{font-size:10px}
.plot .grid{stroke:#e0d7ca}
.plot .chance{stroke:#675e54;stroke-dasharray:4 4;fill:none}
.plot .curve{stroke:#8a4f16;stroke-width:2;fill:none;stroke-linejoin:round}
.plot .whisker{stroke:#8a4f16}
.plot .dot{fill:#8a4f16}
.plot .bar{fill:#c9b394}
@media (prefers-color-scheme:dark){
.plot .paper{fill:#211d1a}
.plot text{fill:#ede6dc}
.plot .quiet{fill:#ab9f91}
.plot .grid{stroke:#3a342e}
.plot .chance{stroke:#ab9f91}
.plot .curve,.plot .whisker{stroke:#e2a867}
.plot .dot{fill:#e2a867}
.plot .bar{fill:#6d5a43}
}
";

/// One picture, with what a screen reader says of it.
#[derive(Debug)]
pub(crate) struct Picture {
    /// Its id on the page.
    pub(crate) id: String,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) content: Markup,
}

impl Picture {
    /// As part of a page that has [`STYLE`].
    pub(crate) fn inline(&self) -> Markup {
        self.svg(None)
    }

    /// As a file of its own.
    pub(crate) fn file(&self) -> String {
        self.svg(Some("http://www.w3.org/2000/svg")).into_string() + "\n"
    }

    fn svg(&self, namespace: Option<&str>) -> Markup {
        let (title, description) = (format!("{}-title", self.id), format!("{}-text", self.id));
        html! {
            svg class="plot" id=(self.id) xmlns=[namespace] viewBox=(format!("0 0 {} {}", self.width, self.height))
                role="img" aria-labelledby=(title) aria-describedby=(description) {
                title id=(title) { (self.title) }
                desc id=(description) { (self.description) }
                @if namespace.is_some() { style { (PreEscaped(STYLE)) } }
                rect class="paper" width=(self.width) height=(self.height) {}
                (self.content)
            }
        }
    }
}
