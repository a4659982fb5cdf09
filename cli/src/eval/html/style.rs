//! What the page looks like.

/// The colours are those of the playground.
pub(super) const PAGE: &str = "\
:root{color-scheme:light dark;--paper:#f8f4ed;--card:#fffdf9;--ink:#2a2521;--quiet:#675e54;--line:#e0d7ca;--accent:#8a4f16}
@media (prefers-color-scheme:dark){
:root{--paper:#171412;--card:#211d1a;--ink:#ede6dc;--quiet:#ab9f91;--line:#3a342e;--accent:#e2a867}
}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,'Noto Sans',sans-serif}
main{max-width:72rem;margin:0 auto;padding:clamp(0.75rem,3vw,2rem)}
h1{margin:0 0 0.5rem;font:600 1.8rem/1.2 ui-serif,Georgia,'Noto Serif',serif}
h2{margin:0 0 0.5rem;font-size:1.1rem}
p,ul{margin:0 0 0.75rem}
section{margin-top:1rem;padding:clamp(0.75rem,2vw,1.25rem);background:var(--card);border:1px solid var(--line);border-radius:0.875rem}
.quiet,caption,figcaption{color:var(--quiet);font-size:0.9rem}
.pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:1rem}
figure{margin:0;max-width:32rem}
.plot{display:block;width:100%;height:auto}
.scroll{overflow-x:auto;margin-top:0.75rem}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:0.9rem}
caption{text-align:start;padding-bottom:0.25rem}
th,td{padding:0.25rem 0.6rem;border-top:1px solid var(--line);text-align:end;white-space:nowrap}
th[scope=row],th:first-child{text-align:start}
td small{display:block;color:var(--quiet)}
th{font-weight:600}
thead th{vertical-align:bottom;white-space:normal}
td,th[scope=row]{vertical-align:top}
th[scope=row]{min-width:8rem;white-space:normal}
ol{margin:0.5rem 0 0;padding-inline-start:1.75rem}
li p{margin:0;overflow-wrap:anywhere}
li+li{margin-top:0.5rem}
details+details{margin-top:0.75rem}
summary{cursor:pointer}
";
