// How the figures on screen stand to the data, at the right end of the tool bar: up to date, older than the data with
// a link to score again, or the running job with its share and a way to stop it.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace dimsum {

class ScoreStatus : public QWidget
{
    Q_OBJECT

public:
    explicit ScoreStatus(QWidget *parent = nullptr);

    enum class State { none, upToDate, stale };
    void setState(State state);
    // A running job; total 0 shows the words alone. Ends with endJob().
    void showJob(const QString &label, qint64 done, qint64 total);
    void endJob();
    QString text() const;

Q_SIGNALS:
    void scoreAgainRequested();
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    State m_state = State::none;
    bool m_running = false;
    QString m_job;
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_link;
};

} // namespace dimsum
