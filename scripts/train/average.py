"""Averages the weights of students that started from the same checkpoint. Usage: average.py OUT.pt STUDENT.pt STUDENT.pt …"""
import shutil
import sys

import torch


def main(out, *students):
    states = [torch.load(path) for path in students]
    torch.save({name: sum(state[name] for state in states) / len(states) for name in states[0]}, out)
    shutil.copy(students[0].replace(".pt", ".json"), out.replace(".pt", ".json"))


if __name__ == "__main__":
    main(*sys.argv[1:])
