type MovePorts<Message> = {
  /** Up to so many; none when nothing is left. */
  receive: (max: number) => Promise<Message[]>;
  send: (message: Message) => Promise<void>;
  remove: (message: Message) => Promise<void>;
  onMoved: () => void;
};

/**
 * Moves messages one by one, each removed only once it was sent: an interruption repeats one at most and loses
 * none. No more than `limit`, since what fails again comes back meanwhile.
 */
export async function moveMessages<Message>(limit: number, ports: MovePorts<Message>): Promise<void> {
  for (let left = limit; left > 0; ) {
    const messages = await ports.receive(left);
    if (messages.length === 0) return;
    for (const message of messages) {
      await ports.send(message);
      await ports.remove(message);
      ports.onMoved();
    }
    left -= messages.length;
  }
}
