package io.concordat.eventstore.processing;

/**
 * How a processing group is doing.
 *
 * @param name permanent name of the group
 * @param position every event up to this global index has been handled or set aside
 * @param head global index of the last event there is
 * @param lag {@code head - position}, at least 0; an upper bound of the events still to come, since
 *     rolled back appends leave numbers out
 * @param replaying whether it is reading events that it has handled before, or catching up for the
 *     first time: its views are being rebuilt
 * @param running whether a node works on all of its segments
 * @param failing whether its last batch failed on this node; it is tried again
 * @param deadLetters number of events that are set aside
 * @param segments number of parts into which it is divided
 */
public record GroupStatus(
    String name,
    long position,
    long head,
    long lag,
    boolean replaying,
    boolean running,
    boolean failing,
    long deadLetters,
    int segments) {}
