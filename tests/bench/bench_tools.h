// What the benchmark programs share: lines of "row time time ...", as tests/bench/run.py reads them, and memory.
#pragma once

#include <QFile>
#include <QList>
#include <QTextStream>

namespace dimsum::bench {

inline QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

inline void print(const char *row, const QList<double> &times)
{
    out() << row;
    for (const double time : times)
        out() << ' ' << QString::number(time, 'f', 3);
    out() << Qt::endl;
}

// `which`: "VmRSS:" now, "VmHWM:" at most. 0 where the system does not tell.
inline double residentMegabytes(const QByteArray &which)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith(which))
            return line.mid(which.size() + 1).simplified().split(' ').first().toDouble() / 1024;
    return 0;
}

} // namespace dimsum::bench
