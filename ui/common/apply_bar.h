// The bar of pending changes: what changes, what it costs, Discard and the primary action. Hidden when nothing is.
#pragma once

#include "qt/roles.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace dimsum {

class ApplyBar : public QWidget
{
    Q_OBJECT
public:
    struct Part {
        QString text;
        Tone tone = Tone::plain;
        QString iconName;

        friend bool operator==(const Part &, const Part &) = default;
    };

    explicit ApplyBar(QWidget *parent = nullptr);

    void setParts(const QList<Part> &parts); // no parts hides the bar
    void setVerbs(const QString &discard, const QString &apply);
    // A disabled Apply says why, in text2 beside the button.
    void setApplyEnabled(bool enabled, const QString &reason = {});

Q_SIGNALS:
    void discardRequested();
    void applyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Part> m_shown;
    QHBoxLayout *m_parts;
    QWidget *m_reason;
    QPushButton *m_discard;
    QPushButton *m_apply;
};

} // namespace dimsum
