// How the file is written: kind, source profile, encoding, delimiter, header row, decimals, dates. GUI thread.
#pragma once

#include "service/import_preview.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;

namespace dimsum {

class FormatForm : public QWidget
{
    Q_OBJECT

public:
    // file: kind and profile; format: the rest.
    enum class Part { file, format };
    FormatForm(Part part, QString profileFolder, QWidget *parent = nullptr);

    void setPreview(const ImportPreview &preview);

Q_SIGNALS:
    // What is to be read again with another choice.
    void changed(const dimsum::PreviewRequest &request);

private:
    void buildFile(QFormLayout &form);
    void buildFormat(QFormLayout &form);
    void ask(bool findRest);

    Part m_part;
    QString m_profileFolder;
    PreviewRequest m_request;
    bool m_showing = false;
    QComboBox *m_kind = nullptr, *m_profile = nullptr, *m_encoding = nullptr, *m_delimiter = nullptr, *m_decimals = nullptr, *m_dates = nullptr;
    QCheckBox *m_header = nullptr;
    QLabel *m_about = nullptr;
    QLabel *m_doubt = nullptr;
};

} // namespace dimsum
