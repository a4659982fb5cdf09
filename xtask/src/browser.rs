//! Chromium and chromedriver, from the path or from the distribution.

use std::path::PathBuf;

use anyhow::Result;
use xshell::cmd;

use crate::{context::Context, log::Outcome};

/// The packages as Debian calls them.
const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// The browser and its driver.
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) driver: PathBuf,
}

/// The browser on the path, or why there is none.
pub(crate) fn find() -> Result<Browser, String> {
    let chromium = ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find_map(|name| which::which(name).ok());
    match (chromium, which::which("chromedriver").ok()) {
        (Some(chromium), Some(driver)) => Ok(Browser { chromium, driver }),
        (chromium, driver) => {
            let missing = match (chromium, driver) {
                (None, None) => "Chromium and chromedriver are",
                (None, Some(_)) => "Chromium is",
                _ => "chromedriver is",
            };
            Err(format!(
                "{missing} not on the path: `apt-get install --no-install-recommends {}`, as root",
                PACKAGES.join(" ")
            ))
        }
    }
}

/// Installs the browser where that is possible, and says what to do where it is not.
pub(crate) fn setup(context: &Context) -> Result<Outcome> {
    let shell = &context.shell;
    if find().is_err() && may_install(context) {
        let packages = PACKAGES;
        cmd!(shell, "apt-get update --quiet").run()?;
        cmd!(
            shell,
            "apt-get install --yes --quiet --no-install-recommends {packages...}"
        )
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()?;
    }
    match find() {
        Ok(browser) => {
            println!(
                "{} and {} are there",
                browser.chromium.display(),
                browser.driver.display()
            );
            Ok(Outcome::Passed)
        }
        Err(why) => Ok(Outcome::Skipped(format!(
            "{why}. Browser tests will be skipped"
        ))),
    }
}

fn may_install(context: &Context) -> bool {
    let user = cmd!(context.shell, "id -u").quiet().read();
    user.is_ok_and(|user| user == "0") && which::which("apt-get").is_ok()
}
