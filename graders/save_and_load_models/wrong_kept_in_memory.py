"""Nothing is written to the file: the states are kept in memory, where training goes on changing them.

fails: the_file_is_plain_data
"""

PREDICT_1 = 5.0
PREDICT_2 = "UnpicklingError"

CHECKPOINTS = []


def save_checkpoint(f, model, optimizer, scheduler, epoch):
    CHECKPOINTS.append((model.state_dict(), optimizer.state_dict(), scheduler.state_dict(), epoch))


def load_checkpoint(f, model, optimizer, scheduler):
    weights, moments, schedule, epoch = CHECKPOINTS[-1]
    model.load_state_dict(weights)
    optimizer.load_state_dict(moments)
    scheduler.load_state_dict(schedule)
    return epoch + 1
