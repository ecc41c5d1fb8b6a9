//! Marketing where Meta delivers none.

use super::shared::scenes;
use crate::policy::windows::PAUSED_MARKETING;
use crate::rules::prelude::*;

/// `journey/paused-market`
pub struct PausedMarket;

impl Rule for PausedMarket {
    fn run(&self, files: Files<'_>, cx: &mut Context<'_>) {
        for scene in scenes(files) {
            let Some(market) = scene.journey.market() else { continue };
            let Some(paused) = PAUSED_MARKETING.iter().find(|paused| paused.market.eq_ignore_ascii_case(market)) else {
                continue;
            };
            for (index, event) in scene.events.iter().enumerate() {
                let since = scene.journey.account.day(event.at) >= paused.from;
                if since && event.category() == Some(Category::Marketing) {
                    let message = format!("a marketing template to {}, where Meta delivers none", paused.name);
                    scene.tell(index, message, cx).help("reach these people another way, or leave this message out");
                }
            }
        }
    }
}
