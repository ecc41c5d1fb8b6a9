//! Shops, orders, forms and calls: buttons and parts that open more than a link.

pub mod alone;
pub mod call_permission;
pub mod fixed_label;
pub mod flow;
pub mod mpm_header;
pub mod order_details;
pub mod product_body_length;
pub mod product_header;
mod shared;
pub mod voice_call;
