//! Memory for the Brotli encoder, kept from one page to the next.
//!
//! The encoder's table of places takes half a megabyte whatever the length of the page. Asked of the system anew for
//! each page, it costs more than the packing itself: every thread waits for the kernel to map, clear and unmap it.

use std::cell::RefCell;

use brotli::enc::backward_references::hash_to_binary_tree::ZopfliNode;
use brotli::enc::cluster::HistogramPair;
use brotli::enc::command::Command;
use brotli::enc::entropy_encode::HuffmanTree;
use brotli::enc::histogram::{ContextType, HistogramCommand, HistogramDistance, HistogramLiteral};
use brotli::enc::interface::StaticCommand;
use brotli::enc::util::floatX;
use brotli::enc::{Allocator, BrotliAlloc, PDF, SliceWrapper, SliceWrapperMut, StandardAlloc, s16, v8};

/// Entries of the largest table kept: what qualities up to 4 ask for. Larger ones are given back.
const LARGEST: usize = 256 * 1024;

thread_local! {
    /// This thread's table while no page is being packed.
    static TABLE: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
}

/// The encoder's memory: tables of places from the thread's own, all else as usual.
#[derive(Default)]
pub(super) struct KeptMemory(StandardAlloc);

/// A table of places.
#[derive(Default)]
pub(super) struct Table(Vec<u32>);

impl SliceWrapper<u32> for Table {
    fn slice(&self) -> &[u32] {
        &self.0
    }
}

impl SliceWrapperMut<u32> for Table {
    fn slice_mut(&mut self) -> &mut [u32] {
        &mut self.0
    }
}

impl Allocator<u32> for KeptMemory {
    type AllocatedMemory = Table;

    fn alloc_cell(&mut self, length: usize) -> Table {
        let mut table = TABLE.with_borrow_mut(|kept| {
            // Small ones are asked for as well, and must not take the large one's place.
            if kept.capacity() >= length && length * 2 > kept.capacity() {
                std::mem::take(kept)
            } else {
                Vec::new()
            }
        });
        table.clear();
        table.resize(length, 0);
        Table(table)
    }

    fn free_cell(&mut self, Table(table): Table) {
        TABLE.with_borrow_mut(|kept| {
            if table.capacity() > kept.capacity() && table.capacity() <= LARGEST {
                *kept = table;
            }
        });
    }
}

macro_rules! as_usual {
    ($($cell:ty),* $(,)?) => {$(
        impl Allocator<$cell> for KeptMemory {
            type AllocatedMemory = <StandardAlloc as Allocator<$cell>>::AllocatedMemory;

            fn alloc_cell(&mut self, length: usize) -> Self::AllocatedMemory {
                self.0.alloc_cell(length)
            }

            fn free_cell(&mut self, memory: Self::AllocatedMemory) {
                <StandardAlloc as Allocator<$cell>>::free_cell(&mut self.0, memory);
            }
        }
    )*};
}

as_usual!(
    u8,
    u16,
    i32,
    u64,
    Command,
    floatX,
    v8,
    s16,
    PDF,
    StaticCommand,
    HistogramLiteral,
    HistogramCommand,
    HistogramDistance,
    HistogramPair,
    ContextType,
    HuffmanTree,
    ZopfliNode,
);

impl BrotliAlloc for KeptMemory {}
