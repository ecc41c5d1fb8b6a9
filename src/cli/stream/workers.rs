//! Many lines at once, answered in their order and in limited memory.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use crate::stream::{Line, Stream};

use super::chunks::{Chunks, PORTION};
use super::{Answers, Output, Read};

/// Lines to be answered, and where the answers go.
struct Task {
    lines: Vec<Line>,
    answered: SyncSender<io::Result<Answers>>,
}

/// A place in the order of the output, to be filled when the answers are there.
type Pending = Receiver<io::Result<Answers>>;

/// Reads on one thread, checks on `threads` others, and writes on this one. The threads are left behind where writing
/// fails: one of them may be waiting for input that never comes.
pub fn run(stream: Stream, chunks: Chunks, threads: usize, out: &mut Output) -> io::Result<Read> {
    // What bounds the memory: no more portions are read than these places hold.
    let (order, ordered) = sync_channel(2 * threads);
    let (tasks, taken) = sync_channel(2 * threads);
    let (stream, taken) = (Arc::new(stream), Arc::new(Mutex::new(taken)));
    for _ in 0..threads {
        let (stream, taken) = (Arc::clone(&stream), Arc::clone(&taken));
        thread::spawn(move || work(&stream, &taken));
    }
    let reader: JoinHandle<Read> = thread::spawn(move || read(chunks, &order, &tasks));
    for answers in ordered {
        out.write(answers.recv().map_err(io::Error::other)?)?;
    }
    Ok(reader.join().unwrap_or_else(|_| Err(io::Error::other("the reader has failed"))))
}

fn read(mut chunks: Chunks, order: &SyncSender<Pending>, tasks: &SyncSender<Task>) -> Read {
    while let Some(lines) = chunks.next()? {
        let mut lines = lines.into_iter();
        loop {
            let lines: Vec<Line> = lines.by_ref().take(PORTION).collect();
            if lines.is_empty() {
                break;
            }
            let (answered, pending) = sync_channel(1);
            // Nobody listens any more where the output is closed.
            if order.send(pending).is_err() || tasks.send(Task { lines, answered }).is_err() {
                return Ok(());
            }
        }
    }
    Ok(())
}

fn work(stream: &Stream, taken: &Mutex<Receiver<Task>>) {
    loop {
        let task = taken.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Task { lines, answered }) = task else { return };
        // As above.
        drop(answered.send(Answers::to(&lines, stream)));
    }
}
